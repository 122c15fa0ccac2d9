import { readYaml } from '../syntax/yaml/readYaml.ts';
import { ciValues } from './ci/ciValues.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { environment } from './values/environment.ts';
import { nothing } from './values/nothing.ts';

/** Render blueprint. A service listens where its variable PORT says. */
export const render: Format = defineTreeFormat({
  id: 'render',
  title: 'Render blueprint',
  documentation: 'https://render.com/docs/blueprint-spec',
  files: ['render.{yaml,yml}', 'render{.,-}*.{yaml,yml}'],
  languages: [],
  content: {
    files: ['*.{yaml,yml}'],
    test: text => text.includes('services:') && text.includes('envVars:') && text.includes('type:'),
  },
  syntax: readYaml,
  places: [at('**.envVars', environment()), at('**.{ipAllowList,scaling,disk,headers,buildFilter}', nothing())],
  rest: ciValues(),
});
