import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { FORMATS } from '../server/core/analysis.ts';

const ROOT = join(import.meta.dirname, '..');

test('the extension starts for every language that a format goes by', () => {
  const { activationEvents: events } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const languages = FORMATS.flatMap(format => format.languages);
  assert.deepEqual(
    languages.filter(language => !events.includes(`onLanguage:${language}`)),
    [],
  );
});
