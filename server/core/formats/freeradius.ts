import { DOVECOT } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { port } from './values/port.ts';
import { UDP } from './values/transports.ts';

/** FreeRADIUS: its listeners, the servers behind it, and its modules. A port of 0 is that of /etc/services. */
export const freeradius: Format = defineTreeFormat({
  id: 'freeradius',
  title: 'FreeRADIUS',
  documentation: 'https://www.freeradius.org/documentation/freeradius-server/3.2/',
  files: [
    'radiusd.conf',
    '**/{raddb,freeradius,3.0}/{sites,mods}-{available,enabled}/*',
    '**/{raddb,freeradius,3.0}/{clients,proxy}.conf',
  ],
  except: ['*.{md,adoc,pl,py,sh}'],
  languages: [],
  content: {
    files: ['*.', '*.conf'],
    test: text =>
      /^[ \t]{0,20}(?:listen|home_server \S{1,80}|client \S{1,80})\s{0,9}\{/m.test(text) &&
      ['ipaddr', 'secret'].some(word => text.includes(word)),
  },
  syntax: text => readDirectives(text, DOVECOT),
  fill: fillTemplate,
  places: [
    at('**.listen.**.port.0', port('listen', UDP)),
    at('**.{home_server,client}.**.port.0', port('connect', UDP)),
  ],
});
