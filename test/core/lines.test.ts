import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf } from '../../server/core/text/lines.ts';

/** `starts`: where each line starts. */
function check(text: string, ...starts: readonly number[]): void {
  test(JSON.stringify(text), () => {
    const lines = linesOf(text);
    assert.equal(lines.count(), starts.length);
    assert.deepEqual(
      starts.map((_, line) => lines.start(line)),
      starts,
    );
    for (let offset = 0; offset <= text.length; offset++) {
      const position = lines.position(offset);
      assert.equal(
        position.line,
        starts.findLastIndex(start => start <= offset),
      );
      assert.equal((starts[position.line] ?? 0) + position.character, offset);
      const isInLineEnd = /^[\r\n]/.test(text.slice(offset - 1)) && /[\r\n]/.test(text[offset - 1] ?? '');
      if (!isInLineEnd || position.character === 0) assert.equal(lines.offset(position), offset);
    }
  });
}

check('', 0);
check('a', 0);
check('a\n', 0, 2);
check('a\nb', 0, 2);
check('a\r\nb', 0, 3);
check('a\rb', 0, 2);
check('\n\n', 0, 1, 2);
check('\r\r\n\n', 0, 1, 3, 4);
check('a\nb\r\nc\rd', 0, 2, 5, 7);
check('😀\nb', 0, 3);
check('\u2028\n', 0, 2);

test('what lies outside is brought in', () => {
  const lines = linesOf('ab\r\ncd');
  assert.deepEqual(lines.position(-1), { line: 0, character: 0 });
  assert.deepEqual(lines.position(99), { line: 1, character: 2 });
  assert.equal(lines.offset({ line: 0, character: 99 }), 2);
  assert.equal(lines.offset({ line: 0, character: -1 }), 0);
  assert.equal(lines.offset({ line: 9, character: 0 }), 6);
  assert.equal(lines.start(9), 6);
});
