import { maskTemplate } from '../syntax/maskTemplate.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { fillGoTemplate } from './helm/fillGoTemplate.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';

/** Releases of Helm charts with values of their own. */
export const helmfile: Format = defineTreeFormat({
  id: 'helmfile',
  title: 'Helmfile',
  documentation: 'https://helmfile.readthedocs.io/en/latest/',
  files: ['helmfile.{yaml,yml}', 'helmfile*.{yaml,yml}', 'helmfile*.{yaml,yml}.gotmpl'],
  languages: [],
  syntax: readYaml,
  mask: maskTemplate,
  fill: fillGoTemplate,
  places: [at('**.hooks.*.{command,args}', command())],
});
