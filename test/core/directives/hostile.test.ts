import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as dialects from '../../../server/core/syntax/directives/dialects.ts';
import { readDirectives } from '../../../server/core/syntax/directives.ts';
import { checkSpans } from '../showTree.ts';

const PIECES = [
  '{ ', '} ', 'a{', '}\n', '<a\n', '<a b>\n', '</a>\n', '{{', '{%', '${', '"', "'", '`', '\\', '<<A\n', '#', '/*', '//',
  'a_by_lua_block {', 'listen ', 'frontend\n', ';', ',', '= ', 'server:\n', '<ca>\n', '\r', 'a "b\n',
]; // biome-ignore format: a list of pieces

for (const [name, dialect] of Object.entries(dialects)) {
  test(`${name} reads what is repeated without end`, () => {
    for (const piece of PIECES) {
      const text = piece.repeat(500);
      checkSpans(text, readDirectives(text, dialect));
    }
  });

  test(`${name} reads every beginning of a file`, () => {
    const text = 'a "b\\"c" {\n <X y>\n {{ p }} ${Q} <<Z\n z\n Z\n # c\n </X>\n}\nserver: d=1; frontend e\n';
    for (let length = 0; length <= text.length; length++) {
      const part = text.slice(0, length);
      const tree = readDirectives(part, dialect);
      assert.equal(tree.documents.length, 1);
      checkSpans(part, tree);
    }
  });
}
