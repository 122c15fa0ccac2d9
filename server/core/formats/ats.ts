import { LINES } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { record } from './ats/record.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';

/** Apache Traffic Server up to 9, and its `remap.config`. */
export const ats: Format = defineTreeFormat({
  id: 'ats',
  title: 'Apache Traffic Server',
  documentation: 'https://docs.trafficserver.apache.org/en/9.2.x/admin-guide/files/records.config.en.html',
  files: ['{records,remap}.config', '{records,remap}.config.*'],
  languages: [],
  content: { files: ['*.{config,conf,in,j2,template}'], test: text => text.includes('CONFIG proxy.config.') },
  syntax: text => readDirectives(text, LINES),
  places: [at('{CONFIG,LOCAL}', record())],
});
