import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readJustfile } from '../../server/core/syntax/justfile.ts';
import { UNKNOWN } from '../../server/core/text/mapped.ts';

/** `name = value`, with `recipe: ` before it, `<variable` and ! where it is not plain; `recipe> line`; `# comment`. */
function check(text: string, ...expected: readonly string[]): void {
  test(JSON.stringify(text), () => {
    const { variables, recipes, comments } = readJustfile(text);
    const lines = [
      ...variables.map(({ name, nameSpan, value, recipe, fallbackOf, plain }) => {
        assert.equal(text.slice(nameSpan.start, nameSpan.end), name);
        const start = recipe === undefined ? '' : `${recipe}: `;
        return `${start}${name} = ${value.text}${fallbackOf === undefined ? '' : ` <${fallbackOf}`}${plain ? '' : ' !'}`;
      }),
      ...recipes.flatMap(({ name, lines, shebang }) =>
        lines.map(
          line => `${name}${shebang === undefined ? '' : ` ${shebang}`}> ${line.text.replaceAll(UNKNOWN, '?')}`,
        ),
      ),
      ...comments.map(({ span }) => text.slice(span.start, span.end)),
    ];
    assert.deepEqual(lines, expected);
  });
}

check('');
check('port := "8080" # c\nexport HOST := \'h\'', 'port = 8080', 'HOST = h', '# c');
check("a := env_var_or_default('PORT', '3000')\nb := env('X', '5')\nc := env('Y')", 'a = 3000 <PORT', 'b = 5 <X');
check('a := "x" + b', 'a = x !');
check('set shell := ["bash"]\nalias s := serve\nz := `a`');
check(
  'serve port="8080" host=\'h\' *args: build (x "y")\n  curl',
  'serve: port = 8080',
  'serve: host = h',
  'serve> curl',
);
check('@serve:\n\t@docker run -p {{port}}:80 {{ if a { "b" } else { "c" } }}', 'serve> docker run -p ${port}:80 ?');
check('a:\n  b \\\n    -p 80\n\n  -c {{{{x}}\n  # d\nb: a', 'a> b \\\n    -p 80', 'a> c {{x}}', '# d');
check('a:\r\n  b\r\n  c {{never', 'a> b', 'a> c {{never');
check('a:\n  #!/usr/bin/env bash\n  set -e\n  curl :{{port}}\n', 'a /usr/bin/env bash>   set -e\n  curl :${port}');
check('# a := "80"\nif never:\n  x', 'if> x', '# a := "80"');
check('a := "never closed', 'a = never closed');

test('a hostile text costs linear time', () => {
  for (const part of ['{{', '{{a}}', '{{\n', 'a=', 'a="', 'a:\n ', 'a := ', '\\\n', ' ', '"', "'", '#']) {
    readJustfile(part.repeat(5_000));
    readJustfile(`x:\n  ${part.repeat(5_000)}`);
  }
});
