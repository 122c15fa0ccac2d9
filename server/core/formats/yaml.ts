import { COLON_DEFAULT, fillPlaceholders, MUSTACHE } from '../ports/read/placeholders.ts';
import { maskTemplate } from '../syntax/maskTemplate.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { setting } from './values/setting.ts';

/** A YAML file of no known format. */
export const yaml: Format = defineTreeFormat({
  id: 'yaml',
  title: 'Other YAML',
  documentation: 'https://yaml.org/spec/1.2.2/',
  files: ['*.{yml,yaml}'],
  // Forms that people fill in, with examples of what to write.
  except: ['**/.github/*_TEMPLATE/*'],
  languages: [],
  isGeneral: true,
  syntax: readYaml,
  places: [],
  mask: maskTemplate,
  fill: text => fillPlaceholders(fillPlaceholders(text, MUSTACHE), COLON_DEFAULT),
  rest: setting({ confidence: 'guess' }),
});
