import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readShell } from '../../server/core/syntax/shell.ts';
import { verbatim } from '../../server/core/text/mapped.ts';

/** `commands`: one a line, words between bars, assignments as written; ? stands for what nobody knows. */
function check(text: string, ...commands: readonly string[]): void {
  test(JSON.stringify(text), () => {
    const shell = readShell(verbatim(text, { start: 0, end: text.length }));
    const shown = shell.commands.map(({ assignments, words }) =>
      [...assignments.map(({ name, value }) => `${name}=${value.text}`), ...words.map(word => word.text)]
        .join('|')
        .replaceAll('\uFFFC', '?'),
    );
    assert.deepEqual(shown, commands);
    for (const { words } of shell.commands) {
      for (const { segments } of words) {
        for (const { exact, span } of segments) assert.ok(!exact || span.end <= text.length);
      }
    }
  });
}

check('');
check('node server.js', 'node|server.js');
check('a; b && c || d | e & f', 'a', 'b', 'c', 'd', 'e', 'f');
check('a\nb\r\nc', 'a', 'b', 'c');
check('a "b c" \'d e\' f"g"\'h\'', 'a|b c|d e|fgh');
check('a "" \'\'', 'a||');
check('a b\\ c \\" \\\\', 'a|b c|"|\\');
check('a "b\\"c" "d\\n" \'e\\f\'', 'a|b"c|d\\n|e\\f');
check('a \\\n  --port 80 \\\r\n  b', 'a|--port|80|b');
check('PORT=3000 HOST="a b" node x', 'PORT=3000|HOST=a b|node|x');
check('PORT=3000', 'PORT=3000');
check('env PORT=3000 node', 'env|PORT=3000|node');
check('a $PORT ${PORT:-80} ${A:-b c} "${D}"', 'a|$PORT|${PORT:-80}|${A:-b c}|${D}');
check('a ${A:-${B:-80}}/x', 'a|${A:-${B:-80}}/x');
check('a ${never closed', 'a|${never|closed');
check('a \\$PORT', 'a|\\$PORT');
check('# all of it');
check('a # -p 80', 'a');
check('a b#c', 'a|b#c');
check('a > f 2>&1 >>g <h &>i b', 'a|b');
check('a 2>/dev/null || b', 'a', 'b');
check('cat <<EOF > f\na -p 80\nEOF\nb', 'cat', 'b');
check("cat <<-'X' | c\n\ta -p 80\n\tX\nb", 'cat', 'c', 'b');
check('cat <<EOF\nnever closed', 'cat');
check('cat <<<word b', 'cat|b');
check('curl http://$(hostname -i):80/', 'hostname|-i', 'curl|http://?:80/');
check('curl http://`hostname`:80/ x', 'hostname', 'curl|http://?:80/|x');
check('a `(b` c', 'b', 'a|?|c');
check('a "$(b "c d")" e', 'b|c d', 'a|?|e');
check('a $( (b); c ) d', 'b', 'c', 'a|?|d');
check('a <(b c) d', 'b|c', 'a|?|d');
check('(a; b) && { c; }', 'a', 'b', '{|c', '}');
check('if a; then b; fi', 'if|a', 'then|b', 'fi');
check('case $x in a) b;; esac c', 'case|$x|in|a', 'b', 'esac|c');
check('a "never closed -p 80', 'a|never closed -p 80');
check("a 'never closed", 'a|never closed');
check('a $(never closed', 'never|closed', 'a|?');
check('a \\', 'a|\\');
check('> f');
check('a <', 'a');

test('a hostile text costs linear time and no stack', () => {
  for (const part of ['$(', '`', '${', '"', '(', '<<a\n', '"$(', '\\', "a'"]) {
    const text = part.repeat(30_000);
    readShell(verbatim(text, { start: 0, end: text.length }));
  }
});

test('comments know whether they stand alone', () => {
  const text = 'a # b\n  # c\r\nd';
  const { comments } = readShell(verbatim(text, { start: 0, end: text.length }));
  assert.deepEqual(
    comments.map(({ span, alone }) => [text.slice(span.start, span.end), alone]),
    [
      ['# b', false],
      ['# c', true],
    ],
  );
});
