import { LINES } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { port } from './values/port.ts';

/** The names of services: `http 80/tcp www`. A declaration opens nothing. */
export const etcServices: Format = defineTreeFormat({
  id: 'etc-services',
  title: '/etc/services',
  documentation: 'https://man7.org/linux/man-pages/man5/services.5.html',
  files: ['**/etc/services', '**/etc/services.d/*', '**/etc-services'],
  languages: [],
  content: {
    files: ['services', 'services.*', '*.services', 'etc-services*', '*_services', '*-services'],
    test: text => /^[\w.-]{1,60}[ \t]{1,60}\d{1,5}\/(?:tcp|udp|sctp|dccp)\b/m.test(text),
  },
  syntax: text => readDirectives(text, { ...LINES, quotes: '', continued: false }),
  places: [at('*.0', port('label'))],
  rest: 'nothing',
});
