import { LINES } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import type { Format } from './format.ts';
import { acl } from './squid/acl.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP, UDP } from './values/transports.ts';
import { urls } from './values/urls.ts';

/** The Squid proxy. */
export const squid: Format = defineTreeFormat({
  id: 'squid',
  title: 'Squid',
  documentation: 'https://www.squid-cache.org/Doc/config/http_port/',
  files: ['squid{,-*,.*}.conf', 'squid.conf.*'],
  except: ['*.{md,sh,py,yml,yaml}'],
  languages: ['squid'],
  content: {
    files: ['*.{conf,cfg,template,tmpl,tpl,j2,erb,in,example,sample,dist,documented}', '*.'],
    test: text => text.includes('http_access ') || (text.includes('http_port ') && text.includes('acl ')),
  },
  syntax: text => readDirectives(text, LINES),
  fill: fillTemplate,
  rest: urls(),
  places: [
    at('logformat', nothing()),
    at('acl', acl()),
    at('{http_port,https_port,ftp_port}.0', hostPort('listen', { protocols: ['tcp'], bare: true })),
    at('{icp_port,htcp_port,snmp_port}.0', port('listen', UDP)),
    at('cache_peer.2', port('connect', TCP)),
    at('cache_peer.3', port('connect', UDP)),
    at('wccp2_service_info.*', nothing()),
  ],
});
