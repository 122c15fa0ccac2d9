import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readToml } from '../../server/core/syntax/toml.ts';
import { get, items, type Node, scalar } from '../../server/core/syntax/tree.ts';
import { checkTree, partsOf, shown } from './syntaxTree.ts';

/** What a text holds, none of it wrong. */
function check(text: string, expected: string): void {
  test(JSON.stringify(text), () => {
    const tree = readToml(text);
    checkTree(text, tree);
    assert.equal(tree.documents.map(shown).join(' '), expected);
    assert.deepEqual(tree.errors, []);
  });
}

/** The same, where something is wrong. */
function broken(text: string, expected: string): void {
  test(`broken ${JSON.stringify(text)}`, () => {
    const tree = readToml(text);
    checkTree(text, tree);
    assert.equal(tree.documents.map(shown).join(' '), expected);
    assert.notDeepEqual(tree.errors, []);
  });
}

check('', '');
check(' \r\n# nothing\n', '');
check('\uFEFFa = 80', '{a: 80}');
check('a = 80 # web\r\nb=1\r\n', '{a: 80, b: 1}');
check('a = 1\na_b-2 = 2\n"c d" = 3\n\'e.f\' = 4\n10 = 5', '{a: 1, a_b-2: 2, c d: 3, e.f: 4, 10: 5}');
check(
  'a = +1_000\nb = 0xdead\nc = -1.5e+3\nd = inf\ne = -nan\nf = true',
  '{a: +1_000, b: 0xdead, c: -1.5e+3, d: inf, e: -nan, f: true}',
);
check(
  'a = 1979-05-27T07:32:00.5-07:00\nb = 1979-05-27 07:32:00Z # b\nc = 07:32:00',
  '{a: 1979-05-27T07:32:00.5-07:00, b: 1979-05-27 07:32:00Z, c: 07:32:00}',
);

// Tables
check('[a]\nb = 1\n\n[c]\nd = 2', '{a: {b: 1}, c: {d: 2}}');
check('[ a . "b c" ] # x\nd = 2', '{a: {b c: {d: 2}}}');
check('[a.b]\nx = 1\n[c]\n[a]\ny = 2\n[a.d]', '{a: {b: {x: 1}, y: 2, d: {}}, c: {}}');
check('x = 1\n  [a]\n  b = 1', '{x: 1, a: {b: 1}}');
check('[[a]]\nb = 1\n[[a]]\n[[a]]\nb = 2', '{a: [{b: 1}, {}, {b: 2}]}');
check('[[a.b]]\nx = 1\n[a.b.c]\ny = 1\n[[a.b]]\n[a.b.c]\ny = 2', '{a: {b: [{x: 1, c: {y: 1}}, {c: {y: 2}}]}}');
check('[[a]]\n[[a.b]]\n[[a.b]]\n[[a]]\n[[a.b]]', '{a: [{b: [{}, {}]}, {b: [{}]}]}');
check('a.b.c = 1\na . "b".d = 2\na.e = 3', '{a: {b: {c: 1, d: 2}, e: 3}}');
check('[a]\nb.c = 1\n[a.b.d]\ne = 2', '{a: {b: {c: 1, d: {e: 2}}}}');
check('a = 1\na = 2', '{a: 1, a: 2}');
check('a = []\n[[a]]', '{a: [], a: [{}]}');

// Inline
check('a = { b = 1, c.d = "x", e = {} }', '{a: {b: 1, c: {d: "x"}, e: {}}}');
check('a = [ 1, "b" , [2], { c = 3 } ] # d', '{a: [1, "b", [2], {c: 3}]}');
check('a = [\n  1, # one\n  # two\n  "b",\n]\nb = 2', '{a: [1, "b"], b: 2}');
check('a = {\n  b = 1,\n  c = 2,\n}\nd = 3', '{a: {b: 1, c: 2}, d: 3}');
check('a = [\n  ["a"],\n  [1]\n]', '{a: [["a"], [1]]}');
check('a = [\n#{ b = 1 },\n]', '{a: []}');

// Texts
check('a = "x \\"y\\" # z"', '{a: "x \\"y\\" # z"}');
check("a = 'C:\\x'", '{a: "C:\\\\x"}');
check('a = """\nx\n"y" z"""\nb = 1', '{a: "x\\n\\"y\\" z", b: 1}');
check('a = """"x"""""', '{a: "\\"x\\"\\""}');
check("a = '''\r\nx\\\r\n'y''''\r\nb = ''", '{a: "x\\\\\\r\\n\'y\'", b: ""}');
check('a = """x \\\n\n   y"""', '{a: "x y"}');

// Templates
check('port = {{ .port }}\nb = [{{ x, y }}, 1]', '{port: {{ .port }}, b: [{{ x, y }}, 1]}');
check('a = ${PORT:-${B}} # c\nb = <%= @port %>\nc = #{port}', '{a: ${PORT:-${B}}, b: <%= @port %>, c: #{port}}');
check('[a.{{ .name }}]\n{{ .key }} = 1', '{a: {{{ .name }}: {{{ .key }}: 1}}}');
check('{{- if .x }}\na = 1\n{{ end }}\n{% if y %}\nb = 2\n{{ include "z" . }}\n', '{a: 1, b: 2}');
check('a = {{ if .x }}80{{ else }}90{{ end }}\nb = 1', '{a: 80, b: 1}');
check('a = "{{ env "PORT" }}"', '{a: "{{ env \\"PORT\\" }}"}');

// A broken line spoils only itself
broken('a', '{a: ?}');
broken('a =\nb = 1', '{a: ?, b: 1}');
broken('a = # x\nb = 1', '{a: ?, b: 1}');
broken('= 1\nb = 1', '{: 1, b: 1}');
broken('a = "80\nb = 1', '{a: "80", b: 1}');
broken('a = """80\nb = 1', '{a: "80", b: 1}');
broken('a = some words\nb = 1', '{a: some words, b: 1}');
broken('a = 1 b = 2\nc = 3', '{a: 1 b = 2, c: 3}');
broken('a = "1" b # x\nc = 3', '{a: "1", c: 3}');
broken('[a\nb = 1', '{a: {b: 1}}');
broken('[[a]\nb = 1', '{a: [{b: 1}]}');
broken('[a] b\nc = 1', '{a: {c: 1}}');
broken('[a]\nb = 1\n[]\nb = 2\n[c.]\nd = 3', '{a: {b: 1}, : {b: 2}, c: {: {d: 3}}}');
broken('a = [1, 2\nb = 3', '{a: [1, 2], b: 3}');
broken('a = [1,\n[b.c]\nd = 3', '{a: [1], b: {c: {d: 3}}}');
broken('a = [1,\n[[b]]\nd = 3', '{a: [1], b: [{d: 3}]}');
broken('a = { b = 1\nc = 3', '{a: {b: 1}, c: 3}');
broken('a = [{ b = 1\nc = 3\n[d]', '{a: [{b: 1}], c: 3, d: {}}');
broken('a = { b = [1, 2 }\nc = 3', '{a: {b: [1, 2]}, c: 3}');
broken('a = { b = , c }\nd = 3', '{a: {b: ?, c: ?}, d: 3}');
broken('a = { [ }\nd = 3', '{a: {: ?}, d: 3}');
broken('a = [1 2,, 3}]\nb = 1', '{a: [1 2, 3], b: 1}');
broken('a/b = 1', '{a/b: 1}');
broken('\n,', '{: ?}');
broken(']\nb = 1', '{: ?, b: 1}');
broken('[a]\nb = 1\n[a]\nc = 2', '{a: {b: 1, c: 2}}');
broken('[a]\n[[a]]\nb = 1', '{a: {}, a: [{b: 1}]}');

test('comments', () => {
  const text = '# one\n[a] # two\nb = [ # three\n  # four\r\n] \n';
  assert.deepEqual(
    readToml(text).comments.map(({ span, alone }) => [text.slice(span.start, span.end), alone]),
    [
      ['# one', true],
      ['# two', false],
      ['# three', false],
      ['# four', true],
    ],
  );
});

test('spans', () => {
  const text = '# x\n[a.b] # y\nc = 1 # z\n[[d]]\n[a]\ne.f = { g = 2 }\n\n';
  const [root] = readToml(text).documents;
  const cut = (node: Node | undefined): string => text.slice(node?.span.start, node?.span.end);
  assert.equal(cut(root), text.slice(4).trimEnd());
  assert.equal(cut(get(root, 'a')), text.slice(4).trimEnd());
  assert.equal(cut(get(get(root, 'a'), 'b')), '[a.b] # y\nc = 1');
  assert.equal(cut(items(get(root, 'd'))[0]), '[[d]]');
  assert.equal(cut(get(get(root, 'a'), 'e')), 'f = { g = 2 }');
  assert.equal(cut(get(get(get(root, 'a'), 'e'), 'f')), '{ g = 2 }');
  assert.equal(root?.kind === 'map' && cut(root.entries[0]?.key), 'a');
});

/** The parts of a text. */
function parts(value: string, ...expected: readonly string[]): void {
  test(`parts of ${value}`, () => {
    const text = `a = ${value}`;
    const tree = readToml(text);
    checkTree(text, tree);
    const found = scalar(get(tree.documents[0], 'a')) ?? assert.fail();
    assert.deepEqual(partsOf(text, found), expected);
    assert.equal(found.exact, value.startsWith("'") || !value.includes('\\'));
  });
}

parts('80', '80');
parts('"80:80"', '80:80');
parts('""');
parts("'\\n'", '\\n');
parts('"""\n80"""', '80');
parts('"a\\n80"', 'a', '\n<\\n', '80');
parts('"\\u0041\\U0001F600\\x41"', 'A<\\u0041', '😀<\\U0001F600', 'A<\\x41');
parts('"a\\qb\\u12"', 'a\\qb\\u12');
parts('"""a \\\n  b"""', 'a ', 'b');

const WHOLE = `title = "x" # one
[server]
ports = [80, "8081:81", { a.b = 1 }]
at = 1979-05-27 07:32:00
[[server.list]]
name = 'a'
text = """
x \\
  y"""
[[server.list]]
a.b.c = { d = [[1], [2]] }
`;

test('every prefix can be read, and every text without one of its characters or lines', () => {
  for (let at = 0; at < WHOLE.length; at++) {
    const less = WHOLE.slice(0, at) + WHOLE.slice(at + 1);
    for (const text of [WHOLE.slice(0, at), less]) checkTree(text, readToml(text));
  }
  const lines = WHOLE.split('\n');
  for (let line = 0; line < lines.length; line++) {
    const text = lines.toSpliced(line, 1).join('\r\n');
    checkTree(text, readToml(text));
  }
});

/** JSON's values as TOML writes them. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, each]) => `${JSON.stringify(key)} = ${written(each)}`)
    .join(', ')} }`;
}

test('values of JSON come back', () => {
  const value = { a: [1, 'x"\\\n', [true, {}], []], 'b c': { '': -1.5, é: { d: ['😀', '#', "'"] } } };
  const tree = readToml(`x = ${written(value)}`);
  assert.deepEqual(tree.errors, []);
  const plain = (node: Node | undefined): unknown => {
    if (node?.kind === 'list') return node.items.map(plain);
    if (node?.kind === 'map')
      return Object.fromEntries(node.entries.map(entry => [entry.key.text, plain(entry.value)]));
    return node?.style === 'plain' ? JSON.parse(node.text) : node?.text;
  };
  assert.deepEqual(plain(get(tree.documents[0], 'x')), value);
});

/** Reading takes linear time and a bounded stack: a quadratic reader would not end in time here. */
function hostile(name: string, text: string): void {
  test(name, { timeout: 20_000 }, () => {
    const tree = readToml(text);
    for (const document of tree.documents) shown(document);
  });
}

const MANY = 20_000;
hostile('open brackets', `a = ${'['.repeat(MANY)}`);
hostile('open brackets on lines', `a = ${'[\n'.repeat(MANY)}`);
hostile('open braces', `a = ${'{ a = '.repeat(MANY)}`);
hostile('header brackets', '['.repeat(MANY));
hostile('long header', `[${'a.'.repeat(MANY)}a]\nb = 1`);
hostile('long keys', `${'a.'.repeat(MANY)}a = 1`);
hostile('long keys in lists', `[[a]]\n${`[[${'a.'.repeat(20)}a]]\n`.repeat(2000)}`);
hostile('many tables', Array.from({ length: MANY }, (_, index) => `[a.b${index}]\nc = 1`).join('\n'));
hostile('one table many times', '[a.b]\nc = 1\n'.repeat(MANY));
hostile('one list many times', '[[a.b]]\nc = 1\n'.repeat(MANY));
hostile('arrays without end', 'a = [1,\n'.repeat(MANY));
hostile('quotes without end', 'a = "\n'.repeat(MANY));
hostile('long quotes without end', `a = """${'\n\\"""'.repeat(MANY)}`);
hostile('open templates', 'a = {{ '.repeat(MANY));
hostile('open templates in a text', `a = "${'{{ "a" '.repeat(MANY)}`);
hostile('variables in variables', `a = ${'${'.repeat(MANY)}`);
hostile('equals signs', '='.repeat(MANY));
hostile('commas', `a = {${','.repeat(MANY)}`);
hostile('names in an array', `a = [${'a.\n'.repeat(MANY)}`);
