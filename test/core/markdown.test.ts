import assert from 'node:assert/strict';
import { test } from 'node:test';
import { code, escapeMarkdown, lineStart, link, plainText, printable } from '../../server/core/features/markdown.ts';

function escapes(text: string, expected: string): void {
  test(`escape ${JSON.stringify(text)}`, () => {
    assert.equal(escapeMarkdown(text), expected);
    assert.equal(plainText(escapeMarkdown(text)), printable(text));
  });
}

// What cannot mean anything stays as it is.
escapes('PostgreSQL (SQL), 16.x: "fast" & free!', 'PostgreSQL (SQL), 16.x: "fast" & free!');
escapes('snake_case, {braces}, #1 + 2 - 3 > 0', 'snake_case, {braces}, #1 + 2 - 3 > 0');
escapes('ASP.NET Core', 'ASP.NET Core');

// What can is escaped.
escapes('sql*net', 'sql\\*net');
escapes('_private_ and a_ b', '\\_private\\_ and a\\_ b');
escapes('[a](b) ![c](d)', '\\[a\\](b) !\\[c\\](d)');
escapes('<b>x</b>', '\\<b>x\\</b>');
escapes('`code` and \\n', '\\`code\\` and \\\\n');
escapes('~~old~~ $x$ a|b', '\\~\\~old\\~\\~ \\$x\\$ a\\|b');
escapes('&amp; &#65; R&D', '\\&amp; \\&#65; R&D');
escapes('http://a.example www.a.example WWW.A.example', 'http\\://a.example www\\.a.example WWW\\.A.example');
escapes('a\nb\tc\u0007', 'a b c\uFFFD');
escapes('Zürich_Straße', 'Zürich_Straße');

function begins(text: string, expected: string): void {
  test(`line ${JSON.stringify(text)}`, () => assert.equal(lineStart(text), expected));
}

begins('# heading', '\\# heading');
begins('- item', '\\- item');
begins('+ item', '\\+ item');
begins('> quote', '\\> quote');
begins('=== rule', '\\=== rule');
begins('1. first', '1\\. first');
begins('12) twelfth', '12\\) twelfth');
begins('1640 is a port', '1640 is a port');
begins('plain', 'plain');
begins('**strong**', '**strong**');

test('a link keeps to its brackets', () => {
  assert.equal(link('a', 'https://e.example/(x) `y`'), '[a](https://e.example/%28x%29%20%60y%60)');
  assert.equal(link('a', undefined), 'a');
  assert.equal(plainText(link(escapeMarkdown('a]b'), 'https://e.example/')), 'a]b');
});

test('code holds backticks', () => {
  assert.equal(code('a`b'), '``a`b``');
  assert.equal(code('`a'), '`` `a ``');
});
