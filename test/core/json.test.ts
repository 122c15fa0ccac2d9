import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readJson } from '../../server/core/syntax/json.ts';
import { get, type Node, scalar } from '../../server/core/syntax/tree.ts';
import { checkTree, partsOf, shown } from './syntaxTree.ts';

/** The documents of a text, none of it wrong. */
function check(text: string, ...documents: readonly string[]): void {
  test(JSON.stringify(text), () => {
    const tree = readJson(text);
    checkTree(text, tree);
    assert.deepEqual(tree.documents.map(shown), documents);
    assert.deepEqual(tree.errors, []);
  });
}

/** The same, where something is wrong. */
function broken(text: string, ...documents: readonly string[]): void {
  test(`broken ${JSON.stringify(text)}`, () => {
    const tree = readJson(text);
    checkTree(text, tree);
    assert.deepEqual(tree.documents.map(shown), documents);
    assert.notDeepEqual(tree.errors, []);
  });
}

check('');
check(' \r\n\t');
check('\uFEFF{"a": 80}', '{a: 80}');
check('{"a": "x", "b": [1, -2.5e3, true, false, null], "c": {}}', '{a: "x", b: [1, -2.5e3, true, false, null], c: {}}');
check('{"a": 1, "a": 2}', '{a: 1, a: 2}');
check('{\r\n  "a": 1,\r\n  "b": 2\r\n}\r\n', '{a: 1, b: 2}');
check('{"a":\0 1}\0', '{a: 1}');
check('{"a": 1}\n{"a": 2}\n\n[3]\n"x"\n', '{a: 1}', '{a: 2}', '[3]', '"x"');

// JSON with comments
check('// one\n{"a": 1, /* two */ "b": 2,} // three', '{a: 1, b: 2}');
check('{"a": 80// web\n}', '{a: 80}');
check('["http://x:80//y", "/* no */",]', '["http://x:80//y", "/* no */"]');

// JSON5
check("{a: 'it\\'s \"x\"', $b_1: +.5, c: 0xFF, d: Infinity}", '{a: "it\'s \\"x\\"", $b_1: +.5, c: 0xFF, d: Infinity}');
check('{"a": "x\\\ny"}', '{a: "xy"}');
check('{\u00a0a:\u20281}', '{a: 1}');

// Templates
check('{"port": {{ .Values.port }}, "b": 1}', '{port: {{ .Values.port }}, b: 1}');
check('{"a":{"port":{{ .port }}}}', '{a: {port: {{ .port }}}}');
check('{"port": ${PORT:-${OTHER}}, "b": $C}', '{port: ${PORT:-${OTHER}}, b: $C}');
check('{"port": <%= @port, 1 %>}', '{port: <%= @port, 1 %>}');
check('{"port": #{port}#, "b": @PORT@}', '{port: #{port}#, b: @PORT@}');
broken('{"url": http://x:80/a, "b": 1{{ x }}2}', '{url: http://x:80/a, b: 1{{ x }}2}');
check('{"a": "{{ env "PORT" }}", "b": 1}', '{a: "{{ env \\"PORT\\" }}", b: 1}');
check('{"a": "{{ env "A" }}:{{ env "B"}}"}', '{a: "{{ env \\"A\\" }}:{{ env \\"B\\"}}"}');
check('{"a":{"open":"{{"}}', '{a: {open: "{{"}}');
check('{\n{{- if .x }}\n"a": 1,\n{{ end }}\n{% if y %}"b": {% if z %}2{% endif %}\n}', '{a: 1, b: 2}');
check('{ {{ include "x" . }}\n"a": 1}', '{a: 1}');
check('{"at": ISODate("2024-01-01"), "b": 1}'.replace('ISODate', '$date'), '{at: $date("2024-01-01"), b: 1}');

// Half-typed
broken('{', '{}');
broken('{"', '{: ?}');
broken('{"a', '{a: ?}');
broken('{"a"', '{a: ?}');
broken('{"a":', '{a: ?}');
broken('{"a": 8', '{a: 8}');
broken('{"a": "80', '{a: "80"}');
broken('{"a": "80,\n"b": 1}', '{a: "80", b: 1}');
broken('{"a": \n"b": 1}', '{a: ?, b: 1}');
broken('{"a": , "b": 1}', '{a: ?, b: 1}');
broken('{"a"\n"b": 1}', '{a: ?, b: 1}');
broken('{"a": 1\n"b": 2 "c": 3}', '{a: 1, b: 2, c: 3}');
broken('{"a": 1,, "b": 2}', '{a: 1, b: 2}');
broken('[1 2,, 3', '[1, 2, 3]');
broken('{"a": [1, 2, "b": 3}', '{a: [1, 2, {b: 3}]}');
broken('{"a": [1, 2\n"b": 3}', '{a: [1, 2], b: 3}');
broken('{"a": [[1,\n"b": 3}', '{a: [[1]], b: 3}');
broken('{"a": [1, 2}', '{a: [1, 2]}');
broken('[{"a": 1], 2]', '[{a: 1}]', '2');
broken('{"a": 1]}', '{a: 1}');
broken('["a": 1, 2]', '[{a: 1}, 2]');
broken('{"a" {"b": 1}}', '{a: {b: 1}}');
broken('{{"b": 1}, "c": 2}', '{: {b: 1}, c: 2}');
broken('{: 1}', '{: 1}');
broken('"a": 1,\n"b": [2]', '{a: 1, b: [2]}');
broken('a: 1\n}\nb: 2', '{a: 1, b: 2}');
broken('{"a": 1}}, {"b": 2}', '{a: 1}', '{b: 2}');
broken('{"a": some words}', '{a: some, words: ?}');
broken('{"a": 1 # no\n}', '{a: 1}');
broken('/* {\n"a": 1', '{a: 1}');
broken('{"a": 1, /* \n"b": 2 }', '{a: 1, b: 2}');

test('comments', () => {
  const text = '// one\n{ // two\n  /* three\n  */ "a": 1\r\n\t// four\r\n}';
  const { comments } = readJson(text);
  assert.deepEqual(
    comments.map(({ span, alone }) => [text.slice(span.start, span.end), alone]),
    [
      ['// one', true],
      ['// two', false],
      ['/* three\n  */', true],
      ['// four', true],
    ],
  );
});

test('spans', () => {
  const text = ' { "a" : [ 80 , \'b\' ] } ';
  const [document] = readJson(text).documents;
  const list = get(document, 'a');
  const cut = (node: Node | undefined): string => text.slice(node?.span.start, node?.span.end);
  assert.equal(cut(document), text.trim());
  assert.equal(cut(list), "[ 80 , 'b' ]");
  assert.deepEqual(list?.kind === 'list' ? list.items.map(cut) : [], ['80', "'b'"]);
  assert.ok(document?.kind === 'map' && document.flow && cut(document.entries[0]?.key) === '"a"');
});

/** The parts of a text. */
function parts(text: string, ...expected: readonly string[]): void {
  test(`parts of ${text}`, () => {
    const value = scalar(readJson(text).documents[0]) ?? assert.fail();
    checkTree(text, readJson(text));
    assert.deepEqual(partsOf(text, value), expected);
    assert.equal(value.exact, expected.every(part => !part.includes('<')) && !text.includes('\\'));
  });
}

parts('"80:80"', '80:80');
parts('""');
parts('"a\\n80"', 'a', '\n<\\n', '80');
parts('"\\u0041\\/\\\\"', 'A<\\u0041', '/<\\/', '\\<\\\\');
parts('"\\ud83d\\ude00"', '\ud83d<\\ud83d', '\ude00<\\ude00');
parts('"\\u12"', 'u<\\u', '12');
parts("'\\x41\\q'", 'A<\\x41', 'q<\\q');
parts('"a\\\r\nb"', 'a', 'b');

/** JSON in every shape, the same each time. */
function* samples(): Generator<string> {
  let seed = 1;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
  const texts = [
    '',
    'a',
    'port',
    '80:80',
    '\\',
    '"',
    '\n\t',
    '//',
    '/* */',
    '{{',
    '}}',
    "'",
    '\u2028é😀',
    '__proto__',
    ',',
  ];
  const value = (depth: number): unknown => {
    const kind = next(depth > 4 ? 4 : 6);
    if (kind === 0) return texts[next(texts.length)];
    if (kind === 1) return [next(70_000), -next(9) / 8, next(9) * 1e30][next(3)];
    if (kind === 2) return [true, false, null][next(3)];
    if (kind === 3) return `${texts[next(texts.length)]}${texts[next(texts.length)]}`;
    const values = Array.from({ length: next(5) }, () => value(depth + 1));
    if (kind === 4) return values;
    return Object.fromEntries(values.map((each, index) => [`${texts[next(texts.length)]}${index || ''}`, each]));
  };
  for (let index = 0; index < 400; index++) yield JSON.stringify(value(0), null, [0, 1, 2, '\t'][index % 4]);
}

test('what JSON.parse reads is read alike', () => {
  for (const text of samples()) {
    const tree = readJson(text);
    checkTree(text, tree);
    assert.deepEqual(tree.errors, [], text);
    assert.equal(tree.documents.length, 1);
    assert.deepEqual(dataOf(tree.documents[0]), JSON.parse(text), text);
  }
});

test('every prefix can be read, and every text without one of its characters', () => {
  for (const text of [...samples()].filter(sample => sample.length > 40).slice(0, 15)) {
    for (let at = 0; at < Math.min(text.length, 250); at++) {
      checkTree(text.slice(0, at), readJson(text.slice(0, at)));
      const less = text.slice(0, at) + text.slice(at + 1);
      checkTree(less, readJson(less));
    }
  }
});

function dataOf(node: Node | undefined): unknown {
  if (node?.kind === 'list') return node.items.map(dataOf);
  if (node?.kind === 'map') return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, dataOf(value)]));
  return node?.style === 'plain' ? JSON.parse(node.text) : node?.text;
}

/** Reading takes linear time and a bounded stack: a quadratic reader would not end in time here. */
function hostile(name: string, text: string): void {
  test(name, { timeout: 20_000 }, () => {
    const tree = readJson(text);
    for (const document of tree.documents) shown(document);
  });
}

const MANY = 20_000;
hostile('open brackets', '['.repeat(MANY));
hostile('open braces', '{"a":'.repeat(MANY));
hostile('brackets and strings', '["'.repeat(MANY));
hostile('closed brackets', '['.repeat(MANY) + ']'.repeat(MANY));
hostile('closing brackets', ']}'.repeat(MANY));
hostile('open templates', '{{ '.repeat(MANY));
hostile('open templates in a text', `"${'{{ "a" '.repeat(MANY)}`);
hostile('open braces of variables', '${ '.repeat(MANY));
hostile('variables in variables', '${'.repeat(MANY));
hostile('open round brackets', '$('.repeat(MANY));
hostile('open comments', '/* '.repeat(MANY));
hostile('open comments on lines', '/*\n'.repeat(MANY));
hostile('short comments', '/**/ '.repeat(MANY));
hostile('hashes', '#{ '.repeat(MANY));
hostile('keys', '"a":'.repeat(MANY));
hostile('keys in lists', '{"a":[\n"b":'.repeat(MANY));
hostile('keys in a list', `{"x":[${'"a":'.repeat(MANY)}`);
hostile('keys on lines of a list', `{"x":[${'\n"a":'.repeat(MANY)}`);
hostile('commas', ','.repeat(MANY));
hostile('blanks behind quotes', `["a"${' '.repeat(MANY)}]`);
hostile('backslashes', `"${'\\'.repeat(MANY)}`);
