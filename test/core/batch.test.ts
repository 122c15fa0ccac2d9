import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBatch } from '../../server/core/syntax/batch.ts';
import { UNKNOWN } from '../../server/core/text/mapped.ts';

/** `NAME = value`, `> command`, and comments as they are. */
function check(text: string, ...expected: readonly string[]): void {
  test(JSON.stringify(text), () => {
    const { variables, commands, comments } = readBatch(text);
    for (const { text: read, segments } of [...commands, ...variables.map(({ value }) => value)]) {
      for (const { at, exact, span } of segments) {
        if (exact) assert.equal(read.slice(at, at + span.end - span.start), text.slice(span.start, span.end));
      }
    }
    assert.deepEqual(
      [
        ...variables.map(({ name, nameSpan, value }) => {
          assert.equal(text.slice(nameSpan.start, nameSpan.end), name);
          return `${name} = ${value.text.replaceAll(UNKNOWN, '?')}`;
        }),
        ...commands.map(({ text: line }) => `> ${line.replaceAll(UNKNOWN, '?')}`),
        ...comments.map(({ span }) => text.slice(span.start, span.end)),
      ],
      expected,
    );
  });
}

check('');
check('@echo off\r\nREM set PORT=80\r\n:: b 80\r\n:label\r\n', '> echo off', 'REM set PORT=80', ':: b 80');
check(
  'set PORT=80\nset "HOST=a b"\nset /a N=3',
  'PORT = 80',
  'HOST = a b',
  'N = 3',
  '> set PORT=80',
  '> set "HOST=a b"',
  '> set /a N=3',
);
check('if not defined PORT set PORT=80 & b', 'PORT = 80', '> if not defined PORT set PORT=80 & b');
check('C:\\x\\node.exe --port %PORT% !A! %1 %~dp0x %%i', '> C:/x/node.exe --port ${PORT} ${A} ? ?x ?');
check('docker run ^\r\n  -p 80:80 x ^& y', '> docker run    -p 80:80 x & y');
check("for /f %%i in ('netstat -ano') do x", '> for /f ?i in ( netstat -ano ) do x'.replace('?i', '?'));
check('set "PORT=80', 'PORT = 80', '> set "PORT=80');

test('a hostile text costs linear time', () => {
  for (const part of ['set ', 'set A=', '%', '%a', '^\n', '^', '"', 'set "A=', '!', '\\']) readBatch(part.repeat(5000));
});
