import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHcl } from '../../server/core/syntax/hcl.ts';
import { checkSpans, showTree } from './showTree.ts';

function check(text: string, expected: string): void {
  test(JSON.stringify(text), () => {
    const tree = readHcl(text);
    assert.equal(showTree(tree), expected);
    checkSpans(text, tree);
    const windows = text.replaceAll('\n', '\r\n');
    const other = readHcl(windows);
    assert.equal(showTree(other).replaceAll('\\r\\n', '\\n').replaceAll('\r\n', '\n'), expected);
    checkSpans(windows, other);
  });
}

check('', '{}');
check('\ufeffa = 1', '{a: 1}');
check('a = 80\nb= "x" # c\nc =true // d\n/* e = 1\n*/ f = -1', '{a: 80; b: "x"; c: true; f: -1}');
check('resource "t" "n" {\n port = 80\n}', '{resource: {"t": {"n": {port: 80}}}}');
check('a {\n b {\n }\n}\na {\n}', '{a: {b: {}}; a: {}}');
check('port "http" { static = 80 }', '{port: {"http": {static: 80}}}');
check('port http {\n}', '{port: {http: {}}}');
check(
  'dynamic "a" {\n for_each = var.x\n content {\n  from_port = a.value\n }\n}',
  '{dynamic: {"a": {for_each: var.x; content: {from_port: a.value}}}}',
);
check('ports { http = 8500 https = -1 }', '{ports: {http: 8500; https: -1}}');
check('a = "x" b = "y"', '{a: "x"; b: "y"}');
// Collections.
check('a = [80, "443",\n # c\n var.x,\n]', '{a: [80, "443", var.x]}');
check('a = { b = 1, "c" : 2\n (d.e) = 3\n f/g = 4 }', '{a: {b: 1; "c": 2; (d.e): 3; f/g: 4}}');
check('a = []\nb = {}', '{a: []; b: {}}');
check('a = [{ b = 80 }, { b = 81 }]', '{a: [{b: 80}, {b: 81}]}');
// Texts.
check('a = "b\\"c\\n\\u0041\\q"', '{a: "b\\"c\\nA\\\\q"}');
check('a = "${var.b["c"]}:80"', '{a: "${var.b[\\"c\\"]}:80"}');
check('a = "$${b" \nc = 1', '{a: "$${b"; c: 1}');
check('a = "${f({\n b = 1\n})}"\nc = 1', '{a: "${f({\\n b = 1\\n})}"; c: 1}');
check('a = <<EOF\n b\nEOF\nc = 1', '{a: " b\\n"; c: 1}');
check('a = <<-EOF\n   b\n\n    c\n  EOF\nd = 1', '{a: "b\\n\\n c\\n"; d: 1}');
// Other expressions are their source.
check('a = var.x ? 80 : 81', '{a: var.x ? 80 : 81}');
check('a = try(x, 80)\nb = lookup(x, "y", 80)', '{a: try(x, 80); b: lookup(x, "y", 80)}');
check('a = "b" == c ? 1 : 2', '{a: "b" == c ? 1 : 2}');
check(
  'a = [for p in x : p.port]\nb = { for k, v in x : k => v }',
  '{a: [for p in x : p.port]; b: { for k, v in x : k => v }}',
);
check('a = (1 +\n 2)\nb = 1', '{a: (1 +\n 2); b: 1}');
check('a = [b ?\n c : d, 1]', '{a: [b ?\n c : d, 1]}');
check('a = [80][0]\nb = 1', '{a: [80][0]; b: 1}');
check('a = f(<<EOF\n)\nEOF\n)\nb = 1', '{a: f(<<EOF\n)\nEOF\n); b: 1}');
// Functions around a structure.
check('a = jsonencode([{ containerPort = 80 }])', '{a: [{containerPort: 80}]}');
check('a = jsonencode({ b = 80 }) # c', '{a: {b: 80}}');
check('a = toset(["80"])\nb = toset(var.x)', '{a: ["80"]; b: toset(var.x)}');
check('a = merge(var.x, { b = 80 },\n{ c = 81 })', '{a: [var.x, {b: 80}, {c: 81}]}');
check('a = concat([80], tolist([81]))', '{a: [[80], [81]]}');
check('a = base64encode(jsonencode({ b = 80 }))', '{a: {b: 80}}');
// Templates.
check('a = {{ env "PORT" }}\n{{ if x }}\nb = 1\n{{ end }}', '{a: {{ env "PORT" }}; b: 1}');
// Half-typed and broken.
check('a =\nb = 1', '{a: -; b: 1}');
check('a\nb = 1', '{a: -; b: 1}');
check('a "b"\nc = 1', '{a: {"b": -}; c: 1}');
check('a = [80,\nb = 1', '{a: [80]; b: 1}');
check('a = "b\nc = 1', '{a: "b"; c: 1}');
check('a = "${b\nc = 1', '{a: "${b"; c: 1}');
check('a {\n b = 1', '{a: {b: 1}}');
check('}\na = 1', '{a: 1}');
check('a = <<EOF\nb', '{a: "b"}');
check('= 1\na = 1', '{a: 1}');

test('what is nested or repeated without end is read', () => {
  const pieces = [
    'a {',
    'a = [',
    'a = {',
    'f(',
    'a = merge(',
    '"',
    '"${',
    '"${f(',
    'a "b" ',
    '<<A\n',
    '(',
    '[[',
    '/*',
    '{{',
    'a = b ',
    'a = "x" + ',
  ];
  for (const piece of pieces) {
    const text = piece.repeat(2000);
    checkSpans(text, readHcl(text));
  }
});

test('comments know whether they stand alone', () => {
  const { comments } = readHcl('# a\nb = 1 # c\n  // d\ne = [ # f\n/* g */ 1]');
  assert.deepEqual(
    comments.map(({ alone }) => alone),
    [true, false, true, false, true],
  );
});
