import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES } from '../../server/core/syntax/code/languages.ts';
import { readCode } from '../../server/core/syntax/code.ts';
import { show } from './codeTable.ts';

const PARTS = [
  '(',
  '[',
  '{',
  ')',
  '"',
  "'",
  '`${',
  '"${',
  '"#{',
  "''${",
  'f"{',
  '/[',
  'a.',
  'a=',
  'a,',
  'a:{',
  'do ',
  '<<A\n',
  '%w[',
  '[[',
  '"""${',
];

for (const language of Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[]) {
  test(`${language}: a hostile text costs linear time and no stack`, () => {
    for (const part of PARTS) readCode(part.repeat(5000), language);
  });
}

const SAMPLE = `const port = process.env.PORT || 3000 // p 80
app.listen({ port: 8080, host: "a:\${x || 1}" }, '0.0.0.0', [1, 2]) /* x */
config.vm.network "forwarded_port", guest: 80, :host => 8080 do |x| # y
  services.a = { port = 80; };
end
`;

test('every beginning of a text is read in every language', () => {
  for (const language of Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[]) {
    for (let end = 0; end <= SAMPLE.length; end += 3) show(SAMPLE.slice(0, end), language);
  }
});

test('line ends do not matter', () => {
  for (const language of Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[]) {
    assert.deepEqual(show(SAMPLE.replaceAll('\n', '\r\n'), language), show(SAMPLE, language), language);
  }
});

test('comments know whether they stand alone', () => {
  const text = '#!/x\na = "# no" # b\n  # c\n';
  const { comments } = readCode(text, 'python');
  assert.deepEqual(
    comments.map(({ span, alone }) => [text.slice(span.start, span.end), alone]),
    [
      ['#!/x', true],
      ['# b', false],
      ['# c', true],
    ],
  );
});
