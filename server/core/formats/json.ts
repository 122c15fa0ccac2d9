import { COLON_DEFAULT, fillPlaceholders } from '../ports/read/placeholders.ts';
import { readJson } from '../syntax/json.ts';
import type { Format } from './format.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { setting } from './values/setting.ts';

/** A JSON file of no known format, with comments or without. */
export const json: Format = defineTreeFormat({
  id: 'json',
  title: 'Other JSON',
  documentation: 'https://www.rfc-editor.org/rfc/rfc8259',
  files: ['*.{json,jsonc,json5,jsonl}'],
  languages: [],
  isGeneral: true,
  syntax: readJson,
  places: [],
  fill: text => fillPlaceholders(text, COLON_DEFAULT),
  rest: setting({ confidence: 'guess' }),
});
