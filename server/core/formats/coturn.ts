import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP, UDP } from './values/transports.ts';

const BOTH = { protocols: ['udp', 'tcp'] } as const;

/** coturn. `min-port` and `max-port` are what it relays on. */
export const coturn: Format = defineTreeFormat({
  id: 'coturn',
  title: 'coturn',
  documentation: 'https://github.com/coturn/coturn/blob/master/README.turnserver',
  files: ['turnserver*.conf', 'turnserver*.conf.*', 'coturn*.conf', 'coturn*.conf.*'],
  languages: [],
  content: {
    files: ['*.{conf,conf.*}'],
    test: text => /^#?(?:lt-cred-mech|use-auth-secret|static-auth-secret|listening-port)\b/m.test(text),
  },
  syntax: text =>
    readKeyValue(text, { ...INI, separators: '=', comments: '#', inline: '#', continuation: 'none', sections: false }),
  fill: fillTemplate,
  places: [
    at('{listening-port,tls-listening-port,alt-listening-port,alt-tls-listening-port}', port('listen', BOTH)),
    at('{min-port,max-port}', port('listen', UDP)),
    at('{cli-port,prometheus-port,web-admin-port}', port('listen', TCP)),
    at('aux-server', hostPort('listen', BOTH)),
    at('{alternate-server,tls-alternate-server}', hostPort('advertise', BOTH)),
    at('{realm,user,total-quota,user-quota,max-bps,external-ip}', nothing()),
  ],
});
