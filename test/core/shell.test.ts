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
check('D=$(cat <<EOF\na\nEOF)\nb', 'cat', 'D=?', 'b');
check('cat <<EOF\nnever closed', 'cat');
check('cat <<<word b\nc', 'cat|b', 'c');
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

check('x=$((1 << 4)) y\nb', 'x=?|y', 'b');
check('((x = 1 << 2))\nb', 'b');
check('((a); b)', 'a', 'b');
check('for ((i=0; i<10; i++)); do a $i; done', 'for', 'do|a|$i', 'done');
check('ports=(80 "443" # c\n 90)\na', 'ports=80 443 90', 'a');
check('declare -a P=(1 2) x', 'P=1 2|declare|-a|x');
check('a=( b; c', 'a=b', 'c');
check('f() { a -p 80:80; }', 'f', '{|a|-p|80:80', '}');
check('case $x in a|b) c ;; *) d ;; esac', 'case|$x|in|a', 'b', 'c', '*', 'd', 'esac');
check("echo $'a\\'b' c", "echo|a'b|c");
check('a > >(tee x) y', 'tee|x', 'a|y');
check('set -x PORT 8080; if test -n x; a; end', 'set|-x|PORT|8080', 'if|test|-n|x', 'a', 'end');

test('a hostile text costs linear time and no stack', () => {
  for (const part of [
    '$(',
    '`',
    '${',
    '"',
    '(',
    '<<a\n',
    '"$(',
    '\\',
    "a'",
    '((',
    'a=(',
    "$'",
    'a<<a|',
    '|',
    '<<-a\n\t',
  ]) {
    const text = part.repeat(30_000);
    readShell(verbatim(text, { start: 0, end: text.length }));
  }
});

/** One document a line: the target or -, the command, quoted or filled, and the body. */
function documents(text: string, ...expected: readonly string[]): void {
  test(`documents of ${JSON.stringify(text)}`, () => {
    const shown = readShell(verbatim(text, { start: 0, end: text.length })).documents.map(
      ({ target = '-', command, quoted, body }) => {
        for (const { at, span } of body.segments) {
          const length = span.end - span.start;
          assert.equal(body.text.slice(at, at + length), text.slice(span.start, span.end));
        }
        return `${target} ${command.words[0]?.text} ${quoted ? 'quoted' : 'filled'} ${JSON.stringify(body.text)}`;
      },
    );
    assert.deepEqual(shown, expected);
  });
}

documents('cat > /etc/x.conf <<EOF\nlisten 80;\nEOF\nb', '/etc/x.conf cat filled "listen 80;\\n"');
documents("cat <<'EOF' | sudo tee /x >/dev/null\na\nEOF", '/x sudo quoted "a\\n"');
documents('cat <<EOF >> /x 2>/dev/null\na\nEOF', '/x cat filled "a\\n"');
documents('tee -a f <<-EOF\n\ta\n\t\tb\n\tEOF\nb', 'f tee filled "a\\nb\\n"');
documents('kubectl apply -f - <<EOF\r\na: 1\r\nEOF\r\nx', '- kubectl filled "a: 1\\r\\n"');
documents('cat <<EOF |\na\nEOF\nkubectl apply -f -', '- kubectl filled "a\\n"');
documents('cat <<A <<\\B\n1\nA\n2\nB\nc', '- cat filled "1\\n"', '- cat quoted "2\\n"');
documents('echo "$(cat <<EOF\nx\nEOF\n)"', '- cat filled "x\\n"');
documents('cat <<EOF > x\nnever closed', 'x cat filled "never closed"');
documents('cat <<EOF');
documents('cat <<<EOF\na\nEOF');

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
