import { KEEPALIVED } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import { isAfter } from './directives/isAfter.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** Keepalived. A firewall mark has no port. */
export const keepalived: Format = defineTreeFormat({
  id: 'keepalived',
  title: 'Keepalived',
  documentation: 'https://www.keepalived.org/manpage.html',
  files: ['keepalived*.conf', 'keepalived*.conf.*', '**/keepalived/**/*.conf'],
  languages: [],
  content: {
    files: ['*.{conf,conf.*,j2,tmpl}'],
    test: text => text.includes('vrrp_instance ') || text.includes('virtual_server '),
  },
  syntax: text => readDirectives(text, KEEPALIVED),
  fill: fillTemplate,
  places: [
    at('**.virtual_server.1', port('listen'), at => !isAfter('fwmark', 'group')(at)),
    at('**.{real_server,sorry_server}.1', port('connect')),
    at('**.virtual_server_group.*.*.0', port('listen'), at => !isAfter('fwmark')(at)),
    at('**.smtp_server.1', port('connect', TCP)),
    at('**.{connect_port,bind_port}.0', port('probe', TCP)),
    at('**.vrrp_script.*.script.*', command()),
  ],
  rest: 'nothing',
});
