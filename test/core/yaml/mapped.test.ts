import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readYaml } from '../../../server/core/syntax/yaml/readYaml.ts';
import { originOf } from '../../../server/core/text/mapped.ts';
import { leavesOf } from './leaves.ts';

/** The segments of the last scalar: `'text'` where it is exact, `['text', 'source']` where it is not. */
function check(yaml: string, ...segments: (string | [string, string])[]): void {
  test(JSON.stringify(yaml), () => {
    const { mapped } = leavesOf(readYaml(yaml)).at(-1) ?? assert.fail();
    const actual = mapped.segments.map(({ at, span, exact }, index) => {
      const text = mapped.text.slice(at, mapped.segments[index + 1]?.at);
      const source = yaml.slice(span.start, span.end);
      if (exact) assert.equal(text, source);
      return exact ? text : [text, source];
    });
    assert.deepEqual(actual, segments);
  });
}

check('a: 80:80', '80:80');
check('a: "80:80"', '80:80');
check('a: ""');
check('a: "x\\ny\\x41"', 'x', ['\n', '\\n'], 'y', ['A', '\\x41']);
check("a: 'it''s'", 'it', ["'", "''"], 's');
check('a: b\n  c\n\n  d', 'b', [' ', '\n  '], 'c', ['\n', '\n\n  '], 'd');
check('a: "b \n  c\\\n  d"', 'b', [' ', ' \n  '], 'c', 'd');
check('a: |\n  b\n   c\n', 'b\n', ' c\n');
check('a: |-\r\n  b\r\n  c\r\n', 'b', ['\n', '\r\n'], 'c');
check('a: |\n  b', 'b', ['\n', '']);
check('a: >\n  b\n  c\n\n  d\n', 'b', [' ', '\n  '], 'c', ['\n', '\n\n  '], 'd', ['\n', '\n']);
check('- &x 8080\n- *x : 1\n', '1');

test('a port in the middle of a literal block has its place', () => {
  const yaml = 'run: |\n  docker run \\\n    -p 8080:80 nginx\n';
  const { mapped } = leavesOf(readYaml(yaml)).at(-1) ?? assert.fail();
  const at = mapped.text.indexOf('8080');
  const { span, exact } = originOf(mapped, at, at + 4);
  assert.deepEqual([yaml.slice(span.start, span.end), exact], ['8080', true]);
});

test('a key that is an alias stands where it is written', () => {
  const yaml = '- &x 8080\n- *x : 1\n';
  const key = leavesOf(readYaml(yaml))[1];
  assert.deepEqual([key?.text, key?.exact, yaml.slice(key?.span.start, key?.span.end)], ['8080', false, '*x']);
});
