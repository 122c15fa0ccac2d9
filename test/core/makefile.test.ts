import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMakefile } from '../../server/core/syntax/makefile.ts';
import { type Mapped, UNKNOWN } from '../../server/core/text/mapped.ts';

function shown({ text, segments }: Mapped, source: string): string {
  for (const { at, exact, span } of segments) {
    const length = span.end - span.start;
    if (exact) assert.equal(text.slice(at, at + length), source.slice(span.start, span.end));
  }
  return text.replaceAll(UNKNOWN, '?');
}

/** `NAME ?= value`, with `target: ` before it; `target> line`; `# comment`. */
function check(text: string, ...expected: readonly string[]): void {
  test(JSON.stringify(text), () => {
    const { variables, recipes, comments } = readMakefile(text);
    const lines = [
      ...variables.map(({ name, nameSpan, operator, value, target }) => {
        assert.equal(text.slice(nameSpan.start, nameSpan.end), name);
        return `${target === undefined ? '' : `${target}: `}${name} ${operator} ${shown(value, text)}`;
      }),
      ...recipes.map(({ target, line }) => `${target}> ${shown(line, text)}`),
      ...comments.map(({ span }) => text.slice(span.start, span.end)),
    ];
    assert.deepEqual(lines, expected);
  });
}

check('');
check('PORT ?= 8080\nA=1\nB := 2\nC ::= 3\nD += 4', 'PORT ?= 8080', 'A = 1', 'B := 2', 'C := 3', 'D += 4');
check('export PORT=80 # c\r\n  override X = y  \r\n', 'PORT = 80', 'X = y', '# c');
check('# PORT = 80\nexport\n', '# PORT = 80');
check('A = a \\\n   b:80\n', 'A = a  b:80');
check('URL = http://$(HOST):${PORT}/$X/$(if a,b)', 'URL = http://${HOST}:${PORT}/${X}/?');
check('A = $$HOME', 'A = $HOME');
check('A := $(shell lsof -i :3000)', 'A := ?', 'A> lsof -i :3000');
check('A != curl localhost:80', 'A> curl localhost:80');
check('run: build | x\n\t@-curl :80\n\t+ a $$X $@ $(PORT)', 'run> curl :80', 'run> a $X ? ${PORT}');
check('run: ; curl :80', 'run> curl :80');
check('run test: PORT = 80\nrun:: PORT=81', 'run test: PORT = 80', 'run: PORT = 81');
check(
  'run:\n\tdocker run \\\n\t  -p 80:80 x\n\n\tb\n# c\n\td',
  'run> docker run \\\n\t  -p 80:80 x',
  'run> b',
  'run> d',
  '# c',
);
check('run:\n\t# curl :80\n\ta', 'run> a', '# curl :80');
check('\tPORT = 80', 'PORT = 80');
check('define X\n@curl :80\nb\nendef\nA = 1', 'X = @curl :80\nb\n', 'A = 1', 'X> curl :80', 'X> b');
check('define X =\nnever closed', 'X = never closed', 'X> never closed');
check('ifeq ($(A),b:c)\nB = 1\nelse ifdef C\nendif\n-include x:y', 'B = 1');
check('$(BIN)/x.o: y\n\tz', '$(BIN)/x.o> z');
check('run:\n\techo $(never closed', 'run> echo $(never closed');
check('A = x\\#80 # b', 'A = x\\#80', '# b');

test('a hostile text costs linear time', () => {
  for (const part of ['$(', '\\\n', '\t', 'a:', '#', '$', ' ', 'a=', 'define x\n', 'x:\n\t', '${', '$(shell ']) {
    readMakefile(part.repeat(5_000));
    readMakefile(`x:\n\t${part.repeat(5_000)}`);
  }
});
