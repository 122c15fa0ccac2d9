import { UNBOUND } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostAt } from './values/hostAt.ts';
import { port } from './values/port.ts';
import { TCP, UDP } from './values/transports.ts';

const DNS = ['udp', 'tcp'] as const;
const DIALLED = hostAt('@', 'connect', DNS);

/** Unbound and NSD, which share a syntax. */
export const unbound: Format = defineTreeFormat({
  id: 'unbound',
  title: 'Unbound, NSD',
  documentation: 'https://nlnetlabs.nl/documentation/unbound/unbound.conf/',
  files: [
    'unbound*.conf',
    'unbound*.conf.*',
    '*{-,_,.}unbound.conf',
    'nsd*.conf',
    '**/{unbound,nsd,unbound.conf.d}/*.conf',
  ],
  except: ['**/go.d/*'],
  languages: ['unbound'],
  content: {
    files: ['*.', '*.{conf,conf.*,j2,tmpl,txt}'],
    test: text =>
      /^[ \t]*(?:server|forward-zone|stub-zone|remote-control|auth-zone|zone|pattern):[ \t\r]*(?:#.*)?$/m.test(text) &&
      /^[ \t]*(?:interface|forward-addr|stub-addr|access-control|local-zone|local-data|ip-address|zonefile|control-enable): /m.test(
        text,
      ),
  },
  syntax: text => readDirectives(text, UNBOUND),
  fill: fillTemplate,
  places: [
    at('**.control-port.0', port('listen', TCP)),
    at('**.{tls-port,ssl-port,https-port,tls-additional-port}.0', port('listen', TCP)),
    at('**.quic-port.0', port('listen', UDP)),
    at('**.{proxy-protocol-port,interface-automatic-ports}.0', port('listen', { protocols: DNS })),
    at('**.port.0', port('listen', { protocols: DNS })),
    at('**.{outgoing-port-permit,outgoing-port-avoid}.0', port('allow', UDP)),
    at('**.redis-server-port.0', port('connect', TCP)),
    at('**.{interface,ip-address,control-interface,dnscrypt-port}.0', hostAt('@', 'listen', DNS)),
    at(
      '**.{forward-addr,forward-host,stub-addr,stub-host,primary,master,forward-tls-upstream,dnstap-ip,notify,request-xfr,provide-xfr,allow-notify,outgoing-interface}',
      DIALLED,
    ),
  ],
  rest: 'nothing',
});
