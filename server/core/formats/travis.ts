import { readYaml } from '../syntax/yaml/readYaml.ts';
import { ciValues } from './ci/ciValues.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { nothing } from './values/nothing.ts';

/** Travis CI. `env: - DB=pg PORT=5432` are assignments, as they stand before a command. */
export const travis: Format = defineTreeFormat({
  id: 'travis',
  title: 'Travis CI',
  documentation: 'https://docs.travis-ci.com/user/database-setup/',
  files: ['{.travis,.travis.*,.travis-*,travis}.{yml,yaml}'],
  languages: ['travis'],
  content: {
    files: ['*.{yml,yaml}'],
    test: text =>
      /^language:/m.test(text) && /^(?:script|before_script|install|before_install|matrix|jobs|dist|sudo):/m.test(text),
  },
  syntax: readYaml,
  places: [at('**.{notifications,branches}', nothing())],
  rest: ciValues('env global matrix jobs'),
});
