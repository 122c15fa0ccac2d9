import { DOVECOT } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { assignments } from './directives/assignments.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';

/** The services of Cyrus IMAP. Most of them go by their names in /etc/services. */
export const cyrus: Format = defineTreeFormat({
  id: 'cyrus',
  title: 'Cyrus IMAP',
  documentation: 'https://www.cyrusimap.org/imap/reference/manpages/configs/cyrus.conf.html',
  files: ['cyrus*.conf', 'cyrus.conf.*'],
  languages: [],
  content: { files: ['*.conf'], test: text => text.includes('SERVICES {') && text.includes('listen="') },
  syntax: text => readDirectives(text, { ...DOVECOT, assign: [] }),
  fill: fillTemplate,
  places: [at('SERVICES.*.*', assignments())],
  rest: 'nothing',
});
