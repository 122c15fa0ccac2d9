import { readToml } from '../syntax/toml.ts';
import type { Format } from './format.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { setting } from './values/setting.ts';

/** A TOML file of no known format. */
export const toml: Format = defineTreeFormat({
  id: 'toml',
  title: 'Other TOML',
  documentation: 'https://toml.io/en/v1.0.0',
  files: ['*.toml'],
  languages: [],
  isGeneral: true,
  syntax: readToml,
  places: [],
  rest: setting({ confidence: 'guess' }),
});
