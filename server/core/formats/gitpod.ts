import { readYaml } from '../syntax/yaml/readYaml.ts';
import { ciValues } from './ci/ciValues.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { environment } from './values/environment.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** Gitpod workspace. */
export const gitpod: Format = defineTreeFormat({
  id: 'gitpod',
  title: 'Gitpod workspace',
  documentation: 'https://www.gitpod.io/docs/configure/workspaces/ports',
  files: ['{.,}gitpod.{yml,yaml}', '*.gitpod.{yml,yaml}'],
  languages: [],
  content: {
    files: ['*.{yml,yaml}'],
    test: text => /^tasks:/m.test(text) && /^ports:/m.test(text) && /^[ \t-]+(?:onOpen|init|command):/m.test(text),
  },
  syntax: readYaml,
  places: [at('ports.*.port', port('forward', TCP)), at('**.env', environment())],
  rest: ciValues('before command init openMode'),
});
