import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { FORMATS_PAGE, formatsPage } from '../scripts/formatsPage.ts';

test('docs/formats.md says what the declarations say; `npm run docs` writes it', () => {
  assert.equal(readFileSync(FORMATS_PAGE, 'utf8').replaceAll('\r\n', '\n'), formatsPage());
});
