import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import { localInterfaces } from './exim/localInterfaces.ts';
import { smartHosts } from './exim/smartHosts.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** Colons separate the items of a list. */
const LIST = { ...TCP, range: undefined } as const;

/** Exim, and Debian's settings that make its file. */
export const exim: Format = defineTreeFormat({
  id: 'exim',
  title: 'Exim',
  documentation:
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-starting_the_daemon_and_the_use_of_network_interfaces.html',
  files: ['exim*.conf', 'exim*.conf.*', 'update-exim4.conf.conf', '**/exim4/**/*'],
  except: ['*.{md,yml,yaml,sh,pl}'],
  languages: [],
  content: {
    files: ['*.{conf,conf.*}'],
    test: text => text.includes('daemon_smtp_ports') || /^begin (?:acl|routers|transports)\b/m.test(text),
  },
  syntax: text =>
    readKeyValue(text, {
      ...INI,
      separators: '=',
      comments: '#',
      inline: '',
      continuation: 'backslash',
      sections: false,
    }),
  fill: fillTemplate,
  places: [
    at('{daemon_smtp_ports,daemon_smtp_port,tls_on_connect_ports}', port('listen', LIST)),
    at('{local_interfaces,dc_local_interfaces}', localInterfaces()),
    at('{dc_smarthost,route_list,route_data,hosts}', smartHosts()),
    at('port', port('connect', TCP)),
  ],
  rest: 'nothing',
});
