import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { DockerfileParser } from 'dockerfile-ast';
import { type Instruction, readDockerfile } from '../../server/core/syntax/dockerfile.ts';
import { wordsOf } from '../../server/core/syntax/dockerWords.ts';
import { readExecForm } from '../../server/core/syntax/execForm.ts';
import { linesOf } from '../../server/core/text/lines.ts';
import { verbatim } from '../../server/core/text/mapped.ts';
import { spanOf } from '../../server/core/text/span.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/dockerfile');

/** One line for each instruction: where it starts, its keyword, and the words of the instructions that hold ports. */
function ours(text: string): readonly string[] {
  const { instructions, escapeChar } = readDockerfile(text);
  return instructions.map(instruction => {
    const { keyword, keywordSpan, args } = instruction;
    const words = WORDS.has(keyword) ? wordsOf(args, escapeChar).map(word => word.text) : [];
    return [keywordSpan.start, keyword, ...words].join(' ');
  });
}

const WORDS: ReadonlySet<string> = new Set(['EXPOSE', 'FROM', 'ARG', 'STOPSIGNAL', 'USER', 'WORKDIR']);

function theirs(text: string): readonly string[] {
  const lines = linesOf(text);
  return DockerfileParser.parse(text)
    .getInstructions()
    .map(instruction => {
      const keyword = instruction.getKeyword();
      const words = WORDS.has(keyword) ? instruction.getArguments().map(argument => argument.getValue()) : [];
      const plain = keyword === 'FROM' ? words.filter(word => !word.startsWith('--')) : words;
      return [lines.offset(instruction.getInstructionRange().start), keyword, ...plain].join(' ');
    });
}

for (const file of readdirSync(FOLDER).filter(name => name.endsWith('.Dockerfile'))) {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  test(`${file} is taken apart as by dockerfile-ast`, () => {
    assert.deepEqual(ours(text), theirs(text));
    const lines = linesOf(text);
    const comments = DockerfileParser.parse(text).getComments();
    const starts = new Set(readDockerfile(text).comments.map(({ span }) => span.start));
    for (const comment of comments)
      assert.ok(starts.has(lines.offset(comment.getRange()?.start ?? { line: 0, character: 0 })));
  });
}

/** Keyword, flags and arguments, with continued lines joined; here-documents after `<<`. */
function check(text: string, ...expected: readonly string[]): void {
  test(JSON.stringify(text), () => {
    const shown = readDockerfile(text).instructions.map(show);
    assert.deepEqual(shown, expected);
  });

  function show({ keyword, flags, args, heredocs, trigger }: Instruction): string {
    return [
      keyword,
      ...flags.map(({ name, value }) => `[${name}${value ? `=${value.text}` : ''}]`),
      ...(trigger ? [`(${show(trigger)})`] : args.text === '' ? [] : [args.text]),
      ...heredocs.map(({ name, body }) => `<<${name} ${JSON.stringify(text.slice(body.start, body.end))}`),
    ].join(' ');
  }
}

check('');
check('\uFEFFFROM a', 'FROM a');
check('from a\n\n  run b  ', 'FROM a', 'RUN b');
check('EXPOSE', 'EXPOSE');
check('EXPOSE 80 \\\n  81\\\n82', 'EXPOSE 80   8182');
check('EXPOSE 80 \\  \r\n\r\n # no\r\n81\r\nRUN x', 'EXPOSE 80 81', 'RUN x');
check('EXPOSE 80 \\\\\nRUN x', 'EXPOSE 80 \\\\', 'RUN x');
check('EXPOSE 80 \\', 'EXPOSE 80');
check('# escape=`\nRUN a `\n b \\\nRUN c', 'RUN a  b \\', 'RUN c');
check('#escape = `\nRUN a `\n b', 'RUN a  b');
check('# a\n# escape=`\nRUN a `\nRUN b', 'RUN a `', 'RUN b');
check('# syntax=x\n# escape=`\nRUN a `\nb', 'RUN a b');
check('FROM --platform=linux/amd64 a AS b', 'FROM [platform=linux/amd64] a AS b');
check('COPY --from=a --link b c', 'COPY [from=a] [link] b c');
check(
  'HEALTHCHECK --interval=5s \\\n --timeout=3s CMD x --port=1',
  'HEALTHCHECK [interval=5s] [timeout=3s] CMD x --port=1',
);
check('CMD --port 80', 'CMD --port 80');
check('ONBUILD EXPOSE 80', 'ONBUILD (EXPOSE 80)');
check('ONBUILD', 'ONBUILD');
check('ONBUILD ONBUILD EXPOSE 80', 'ONBUILD (ONBUILD EXPOSE 80)');
check('RUN <<A cat <<-B\na\nA\n\tb\n\tB\nCMD c', 'RUN <<A cat <<-B <<A "a\\n" <<B "\\tb\\n"', 'CMD c');
check('ONBUILD RUN <<A\na\nA\nCMD c', 'ONBUILD (RUN <<A <<A "a\\n")', 'CMD c');
check('RUN <<A\nnever closed\nEXPOSE 80', 'RUN <<A', 'NEVER closed', 'EXPOSE 80');
check('RUN a <<<A\nA', 'RUN a <<<A', 'A');
check('CMD a <<A\nb\nA', 'CMD a <<A', 'B', 'A');

function exec(text: string, words: readonly string[] | undefined): void {
  test(`exec form ${text}`, () => {
    assert.deepEqual(
      readExecForm(verbatim(text, spanOf(0, text.length)))?.map(word => word.text),
      words,
    );
  });
}

exec('[]', []);
exec('["a", "b"]', ['a', 'b']);
exec(' [ "a\\"b" ,"\\u0038\\n" ] ', ['a"b', '8\n']);
exec('["a"', undefined);
exec('["a",]', undefined);
exec('["a"] b', undefined);
exec("['a']", undefined);
exec('["a\\x"]', undefined);
exec('[1]', undefined);
exec('a', undefined);

test('a hostile file costs linear time', () => {
  for (const part of [
    'RUN <<a\n',
    'RUN a \\\n',
    '#\n',
    'ENV a="\n',
    'ONBUILD ',
    'RUN <<a <<b <<c\n',
    '--a ',
    'EXPOSE 1,2,3 ',
  ]) {
    readDockerfile(`RUN ${part.repeat(20_000)}`);
  }
});
