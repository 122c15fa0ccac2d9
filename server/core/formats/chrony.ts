import { LINES } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import { isAfter } from './directives/isAfter.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { port } from './values/port.ts';
import { TCP, UDP } from './values/transports.ts';

/** chrony and NTP. A port of 0 turns a part off. */
export const chrony: Format = defineTreeFormat({
  id: 'chrony',
  title: 'chrony, NTP',
  documentation: 'https://chrony-project.org/doc/latest/chrony.conf.html',
  files: ['chrony*.conf', 'chrony*.conf.*', 'ntp*.conf', 'ntp.conf.*', '**/chrony/*.{conf,sources}'],
  languages: [],
  content: {
    files: ['*.{conf,conf.*,sources}'],
    test: text => /^(?:driftfile|makestep|rtcsync)\b/m.test(text),
  },
  syntax: text =>
    readDirectives(text, {
      ...LINES,
      comments: ['#', '!', ';', '%'].map(open => ({ open, at: 'start' })),
      continued: false,
    }),
  fill: fillTemplate,
  places: [
    at('{port,cmdport}.0', port('listen', UDP)),
    at('ntsport.0', port('listen', TCP)),
    at('acquisitionport.0', port('connect', UDP)),
    at('{server,pool,peer}.*', port('connect', UDP), isAfter('port')),
    at('{server,pool,peer}.*', port('connect', TCP), isAfter('ntsport')),
  ],
  rest: 'nothing',
});
