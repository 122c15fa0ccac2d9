import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { completionSchema } from '../scripts/completionSchema.ts';
import { PROJECT_SCHEMA, projectSchema } from '../scripts/projectSchema.ts';
import { ROOT } from '../scripts/root.ts';

test('schemas/portolan.schema.json knows every rule and format; `npm run docs` writes it', () => {
  if (process.env.UPDATE === '1') writeFileSync(PROJECT_SCHEMA, projectSchema());
  assert.equal(readFileSync(PROJECT_SCHEMA, 'utf8').replaceAll('\r\n', '\n'), projectSchema());
});

test('the extension brings the schema, and takes the file for JSON with comments', () => {
  const { contributes } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8'));
  assert.deepEqual(contributes.jsonValidation, [{ fileMatch: 'portolan.json', url: './schemas/portolan.schema.json' }]);
  assert.deepEqual(contributes.languages, [{ id: 'jsonc', filenames: ['portolan.json'] }]);
  assert.match(readFileSync(`${ROOT}/.vscodeignore`, 'utf8'), /^!schemas\/portolan\.schema\.json$/m);
});

test('what ships completes as the schema does, and refuses nothing that the server speaks of', () => {
  const shipped = JSON.stringify(completionSchema(JSON.parse(projectSchema())));
  assert.doesNotMatch(shipped, /"additionalProperties":false|"pattern"|"propertyNames"|"minLength"|"type"/);
  assert.match(shipped, /"nodePortRange".*"default":"30000-32767"/);
  assert.match(shipped, /"anyOf":\[\{"enum":\["error","warning","info","hint","off"\]\},\{\}\]/);
});
