import { LINES } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import { nameFirst } from './directives/nameFirst.ts';
import type { Format } from './format.ts';
import { destinations } from './postfix/destinations.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';

/** Tables of Postfix: which mail goes where. */
export const postfixTable: Format = defineTreeFormat({
  id: 'postfix-table',
  title: 'Postfix tables',
  documentation: 'https://www.postfix.org/transport.5.html',
  files: ['**/postfix/{transport,transports,transport_maps,relayhost_map,sasl_passwd,sender_relay,relayhosts}{,.*}'],
  except: ['*.db'],
  languages: [],
  content: {
    files: ['transport{,_maps}', 'sasl_passwd', 'sender_relay', 'relayhost_map'],
    test: text =>
      /^[^\s#]{1,255}[ \t]{1,40}(?:smtp|lmtp|relay|discard|error|\[|:)/m.test(text) ||
      /^\[[\w.-]{1,255}\]:\d/m.test(text),
  },
  syntax: text => nameFirst(readDirectives(text, { ...LINES, quotes: '', continued: false })),
  fill: fillTemplate,
  places: [at('*.*', destinations('connect'))],
  rest: 'nothing',
});
