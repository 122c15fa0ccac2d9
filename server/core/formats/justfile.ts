import { interpolate } from '../ports/read/interpolate.ts';
import { justTree } from '../syntax/justTree.ts';
import type { Format } from './format.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { lines } from './values/lines.ts';
import { fromEnvironment } from './variables/fromEnvironment.ts';
import { rootVariables } from './variables/portVariables.ts';

/** Justfiles: what they set, and the lines that a shell runs. */
export const justfile: Format = defineTreeFormat({
  id: 'justfile',
  title: 'Justfile',
  documentation: 'https://just.systems/man/en/',
  files: ['{justfile,.justfile}', '*.{just,justfile}', 'justfile.*'],
  languages: ['just'],
  syntax: justTree,
  fill: text => interpolate(text, 'backslash'),
  places: [],
  rest: lines(),
  facts: fromEnvironment(rootVariables()),
});
