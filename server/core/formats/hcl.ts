import { BRACED_EXPRESSION, fillPlaceholders } from '../ports/read/placeholders.ts';
import { readHcl } from '../syntax/hcl.ts';
import type { Format } from './format.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { setting } from './values/setting.ts';

/** An HCL file of no known format. */
export const hcl: Format = defineTreeFormat({
  id: 'hcl',
  title: 'Other HCL',
  documentation: 'https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md',
  files: ['*.hcl'],
  languages: [],
  isGeneral: true,
  syntax: readHcl,
  fill: text => fillPlaceholders(text, BRACED_EXPRESSION),
  places: [],
  rest: setting({ confidence: 'guess' }),
});
