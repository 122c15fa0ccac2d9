import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type BraceDialect, HOCON, LIBCONFIG, LOGSTASH, NATS } from '../../server/core/syntax/braces/braceDialect.ts';
import { readBraces } from '../../server/core/syntax/braces.ts';
import { readHocon } from '../../server/core/syntax/hocon.ts';
import { checkSpans, showTree } from './showTree.ts';

function checkWith(dialect: BraceDialect): (text: string, expected: string) => void {
  return (text, expected) =>
    test(JSON.stringify(text), () => {
      const tree = readBraces(text, dialect);
      assert.equal(showTree(tree), expected);
      checkSpans(text, tree);
      const windows = text.replaceAll('\n', '\r\n');
      const other = readBraces(windows, dialect);
      assert.equal(showTree(other).replaceAll('\\r\\n', '\\n'), expected);
      checkSpans(windows, other);
      assert.equal(other.comments.length, tree.comments.length);
    });
}

const hocon = checkWith(HOCON);
hocon('', '{}');
hocon('\ufeff{ "a" : 1, b = "c" }', '{"a": 1; b: "c"}');
hocon('a = 1 # c\nb: 2 // d\nc {\n d = 3\n}', '{a: 1; b: 2; c: {d: 3}}');
hocon('http.server.port = 8080', '{http: {server: {port: 8080}}}');
hocon('a."b.c".d = 1\n"e.f" = 2', '{a: {"b.c": {d: 1}}; "e.f": 2}');
hocon('a.b { c = 1 }\na.d += 2', '{a: {b: {c: 1}}; a: {d: 2}}');
hocon('port = ${?PORT}\nurl = "http://"${host}":80"', '{port: ${?PORT}; url: http://${host}:80}');
hocon('a = b c d # e\nf = 10 s', '{a: b c d; f: 10 s}');
hocon('a = [1, "b"\n c, # d\n [e], { f = 1 }]', '{a: [1, "b", c, [e], {f: 1}]}');
hocon('a = ${b} { c = 1 }\nd = { e = 1 } { f = 2 }', '{a: {c: 1}; d: {e: 1; f: 2}}');
hocon('a = """b "c"\nd"""\ne = 1', '{a: "b \\"c\\"\\nd"; e: 1}');
hocon('a =\n{\n b = 1\n}\nc\n{ d = 1 }', '{a: {b: 1}; c: {d: 1}}');
hocon('a = "b\\"c\\u0041"', '{a: "b\\"cA"}');
hocon('include "a.conf"\nb = http://c:80/d', '{include: "a.conf"; b: http://c:80/d}');
// Half-typed.
hocon('a =\nb = 1\nc\nd: 2', '{a: -; b: 1; c: -; d: 2}');
hocon('a { b = 1', '{a: {b: 1}}');
hocon('a = [1,\n2', '{a: [1, 2]}');
hocon('} a = 1', '{a: 1}');
hocon('a = "b\nc = 1', '{a: "b"; c: 1}');
hocon('a = {{ .b }}\n{{ if c }}\nd = 1\n{{ end }}', '{a: {{ .b }}; d: 1}');

const nats = checkWith(NATS);
nats('port: 4222\nlisten: 0.0.0.0:4223', '{port: 4222; listen: 0.0.0.0:4223}');
nats('listen: [::]:4222\nhttp_port 8222', '{listen: [::]:4222; http_port: 8222}');
nats(
  'cluster {\n listen = a:1; routes = [\n nats-route://b:2\n nats://c:3,\n ]\n}',
  '{cluster: {listen: a:1; routes: [nats-route://b:2, nats://c:3]}}',
);
nats("a: 'b'\nusers = [ {user: c, password: d} ]", '{a: "b"; users: [{user: c; password: d}]}');

const libconfig = checkWith(LIBCONFIG);
libconfig(
  'a="0.0.0.0:6032";\nb=\n(\n { c="d", port=3306 },\n { e=1; }\n);/* f */',
  '{a: "0.0.0.0:6032"; b: [{c: "d"; port: 3306}, {e: 1}]}',
);

const logstash = checkWith(LOGSTASH);
logstash('input {\n beats { port => 5044 host => "a" }\n}', '{input: {beats: {port: 5044; host: "a"}}}');
logstash(
  'tcp { port => 5000\n codec => json { charset => "b" }\n c => d }',
  '{tcp: {port: 5000; codec: [json, {charset: "b"}]; c: d}}',
);
logstash(
  'a { hosts => ["h:9200", "i:9201"] b => { "c" => "d" "e" => 1 } }',
  '{a: {hosts: ["h:9200", "i:9201"]; b: {"c": "d"; "e": 1}}}',
);
logstash(
  'if [a][b] == "c" and "d" in [e] {\n f {}\n} else if [g] =~ /h{2} / { i {} } else{ j {} }',
  '{if: [[a][b], ==, "c", and, "d", in, [e], {f: {}}]; else: [if, [g], =~, /h{2} /, {i: {}}]; else: {j: {}}}',
);
logstash('ruby { code => "a\nb" c => 1 }', '{ruby: {code: "a\\nb"; c: 1}}');
logstash('a { port => "${P:5044}" # b\n c => ${D:1} }', '{a: {port: "${P:5044}"; c: ${D:1}}}');

test('what is nested or repeated without end is read', () => {
  const pieces = [
    'a {',
    'a = [',
    '[',
    '(',
    '"',
    '"""',
    'a.',
    'a."',
    '${',
    'a b ',
    '/',
    '{{',
    'a = "b" ',
    '=>',
    '"a" => (',
    ',',
    '#',
    '/*',
  ];
  for (const dialect of [HOCON, NATS, LIBCONFIG, LOGSTASH]) {
    for (const piece of pieces) {
      const text = piece.repeat(1000);
      checkSpans(text, readBraces(text, dialect));
    }
  }
});

test('comments know whether they stand alone', () => {
  const { comments } = readHocon('# a\nb = 1 # c\n  // d\ne = [ # f\n 1]');
  assert.deepEqual(
    comments.map(({ alone }) => alone),
    [true, false, true, false],
  );
});
