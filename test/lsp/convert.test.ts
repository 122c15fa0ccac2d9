import assert from 'node:assert/strict';
import test from 'node:test';
import { linesOf } from '../../server/core/analysis.ts';
import { chooseEncoding, createConvert, type Encoding } from '../../server/lsp/convert.ts';

// é is 2 bytes in UTF-8, € is 3, 𝄞 is 4 and a surrogate pair in UTF-16.
const TEXT = 'a: "é€𝄞" 80\r\nsecond 𝄞 443';

function check(encoding: Encoding, word: string, line: number, character: number): void {
  test(`${encoding}: ${word}`, () => {
    const convert = createConvert(encoding);
    const source = { text: TEXT, lines: linesOf(TEXT) };
    const offset = TEXT.indexOf(word);
    assert.deepEqual(convert.position(source, offset), { line, character });
    assert.equal(convert.offset(source, { line, character }), offset);
  });
}

check('utf-16', '80', 0, 10);
check('utf-8', '80', 0, 15);
check('utf-32', '80', 0, 9);
check('utf-16', '443', 1, 10);
check('utf-8', '443', 1, 12);
check('utf-32', '443', 1, 9);
check('utf-8', '€', 0, 6);
check('utf-32', '𝄞', 0, 6);

function past(encoding: Encoding, line: number, character: number, expected: number): void {
  test(`${encoding}: ${line}:${character} gives ${expected}`, () => {
    assert.equal(createConvert(encoding).offset({ text: TEXT, lines: linesOf(TEXT) }, { line, character }), expected);
  });
}

past('utf-8', 0, 999, TEXT.indexOf('\r'));
past('utf-32', 0, 999, TEXT.indexOf('\r'));
past('utf-16', 0, 999, TEXT.indexOf('\r'));
past('utf-8', 9, 0, TEXT.length);
// Inside a character.
past('utf-8', 0, 5, TEXT.indexOf('é'));
past('utf-8', 0, 10, TEXT.indexOf('𝄞'));

function choice(offered: readonly string[] | undefined, expected: Encoding): void {
  test(`of ${offered ?? 'nothing'} comes ${expected}`, () => assert.equal(chooseEncoding(offered), expected));
}

choice(undefined, 'utf-16');
choice([], 'utf-16');
choice(['utf-8', 'utf-16'], 'utf-16');
choice(['utf-8'], 'utf-8');
choice(['utf-32', 'utf-8'], 'utf-32');
choice(['utf-7'], 'utf-16');
