import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readYaml } from '../../../server/core/syntax/yaml/readYaml.ts';
import { contentOf } from './contentOf.ts';

function check(yaml: string, ...documents: unknown[]): void {
  test(JSON.stringify(yaml), () => {
    const tree = readYaml(yaml);
    assert.deepEqual(tree.documents.map(contentOf), documents);
    assert.deepEqual(tree.errors, []);
  });
}

// Scalars stay as they are written.
check('22:22', '22:22');
check('- 8_080\n- 017\n- ~\n- true\n- 1e3', ['8_080', '017', '~', 'true', '1e3']);
check('url: http://web:80/#top', { url: 'http://web:80/#top' });
check('a: b # c', { a: 'b' });
check('a: b#c', { a: 'b#c' });

// Blocks.
check('a: 1\nb: 2', { a: '1', b: '2' });
check('a:\nb: 2', { a: null, b: '2' });
check('ports:\n- 80:80\n- 81\nx: y', { ports: ['80:80', '81'], x: 'y' });
check('ports:\n  - 80:80\n  -\n  - 81', { ports: ['80:80', '', '81'] });
check('- a: 1\n  b: 2\n- c: 3', [{ a: '1', b: '2' }, { c: '3' }]);
check('- - x\n  - y\n- - - z', [['x', 'y'], [['z']]]);
check('-\ta\n-\tb: 1\n', ['a', { b: '1' }]);
check('? a\n: 1\n? b\n', { a: '1', b: null });
check('? - a\n: 1\nb: 2', { b: '2' });
check('? |\n  long\n: - x\n  - y', { 'long\n': ['x', 'y'] });
check('"a b": 1\n\'c\' : 2', { 'a b': '1', c: '2' });
check(': a', { '': 'a' });
check('a:\n  # note\n\n  b: 1 # note\n # note\n  c: 2', { a: { b: '1', c: '2' } });

// Flow.
check('[a, b: c, {d: e}, ? x : y, "k":v, ]', ['a', { b: 'c' }, { d: 'e' }, { x: 'y' }, { k: 'v' }]);
check('{a: 1, b, "c":3, d: , e: [f, [g]]}', { a: '1', b: null, c: '3', d: null, e: ['f', ['g']] });
check('{"a":{"b":[1,2]}}', { a: { b: ['1', '2'] } });
check('ports: ["80:80",\n  # note\n  81]', { ports: ['80:80', '81'] });
check('a: [\n  b\n]', { a: ['b'] });
check('[http://x:80, ::1, a:1]', ['http://x:80', '::1', 'a:1']);
check('{a\n b: c\n d}', { 'a b': 'c d' });
check('[a, b]: c\nd: e', { d: 'e' });
check('x: {{ value }}', { x: {} });

// Several lines.
check('a: b\n  c\n\n  d\ne: f', { a: 'b c\nd', e: 'f' });
check('a: b\n  - c', { a: 'b - c' });
check('a: "b\n  c\\n\n\n  d\\\n  e"', { a: 'b c\n\nde' });
check("a: 'b''s\n  c'", { a: "b's c" });
check('"\\x41\\u00e9\\U0001F600\\t\\"\\\\\\/"', 'Aé😀\t"\\/');
check('"tail \\\n  head"', 'tail head');

// Block scalars.
check('a: |\n  b\n   c\n\n  d\n\ne: f', { a: 'b\n c\n\nd\n', e: 'f' });
check('a: |-\n  b\n\n', { a: 'b' });
check('a: |+\n  b\n\n', { a: 'b\n\n' });
check('a: >\n  b\n  c\n\n  d\n    e\n  f\n', { a: 'b c\nd\n  e\nf\n' });
check('a: |2-\n   b\n  c', { a: ' b\nc' });
check('- |\n  # no comment\n  x: y\n- z', ['# no comment\nx: y\n', 'z']);
check('a: | # note\n  b', { a: 'b\n' });
check('a: |\nb: c', { a: '', b: 'c' });
check('--- |\nfoo\n...\n', 'foo\n');

// Documents.
check('');
check('# note\n');
check('---\n---\na\n...\n---\nb', 'a', 'b');
check('%YAML 1.2 # note\n---\na: 1\n--- b', { a: '1' }, 'b');
check('\uFEFFa: 1\nb: 2', { a: '1', b: '2' });
check('a: 1\r\nb:\r\n  - x\r\n', { a: '1', b: ['x'] });
check('a: 1\rb: 2\r', { a: '1', b: '2' });

// Tags, anchors and merge keys.
check('ports: !override\n  - 80', { ports: ['80'] });
check('a: &x 1\nb: *x\nc: &y [*x]\nd: *y', { a: '1', b: '1', c: ['1'], d: ['1'] });
check('a: &x\nb: *x', { a: '', b: '' });
check('&k key: *k', { key: 'key' });
check('a: &x {p: 1, q: 2}\nb:\n  <<: *x\n  q: 3', { a: { p: '1', q: '2' }, b: { q: '3', p: '1' } });
check('- &x {p: 1}\n- &y {p: 2, q: 3}\n- <<: [*x, *y]', [{ p: '1' }, { p: '2', q: '3' }, { p: '1', q: '3' }]);
check('"<<": a\n<<: b', { '<<': 'b' });
check('<<: {a: 1}\nb: 2', { a: '1', b: '2' });
