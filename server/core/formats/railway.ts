import { jsonOr } from '../syntax/jsonOr.ts';
import { readToml } from '../syntax/toml.ts';
import { ciValues } from './ci/ciValues.ts';
import type { Format } from './format.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';

/** Railway and Nixpacks: commands and variables. A service listens where its variable PORT says. */
export const railway: Format = defineTreeFormat({
  id: 'railway',
  title: 'Railway and Nixpacks',
  documentation: 'https://docs.railway.com/reference/config-as-code',
  files: ['{railway,railway.*,nixpacks,nixpacks.*,railpack}.{json,toml}'],
  languages: [],
  syntax: jsonOr(readToml),
  places: [],
  rest: ciValues('cmds preDeployCommand'),
});
