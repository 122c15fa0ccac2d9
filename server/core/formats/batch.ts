import { interpolate } from '../ports/read/interpolate.ts';
import { batchTree } from '../syntax/batchTree.ts';
import type { Format } from './format.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { lines } from './values/lines.ts';

/** Batch files of Windows: what they set and run. */
export const batch: Format = defineTreeFormat({
  id: 'batch',
  title: 'Batch files',
  documentation: 'https://learn.microsoft.com/windows-server/administration/windows-commands/windows-commands',
  files: ['*.{bat,cmd}'],
  languages: ['bat'],
  syntax: batchTree,
  fill: text => interpolate(text, 'backslash'),
  places: [],
  rest: lines(),
});
