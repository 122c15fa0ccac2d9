import { NATS } from '../syntax/braces/braceDialect.ts';
import { readBraces } from '../syntax/braces.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { connection } from './values/connection.ts';
import { hostPort } from './values/hostPort.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** NATS server. */
export const nats: Format = defineTreeFormat({
  id: 'nats',
  title: 'NATS',
  documentation: 'https://docs.nats.io/running-a-nats-service/configuration',
  files: ['nats{,-,_,.}*.{conf,cfg}', '**/nats/**/*.conf'],
  languages: [],
  content: {
    files: ['*.conf'],
    test: text => text.includes('jetstream') && (text.includes('port') || text.includes('listen')),
  },
  syntax: text => readBraces(text, NATS),
  anyCase: true,
  places: [
    at('{port,http_port,https_port,monitor_port,prof_port}', port('listen', TCP)),
    at('{cluster,gateway,leafnodes,leafnode,websocket,mqtt,tls}.port', port('listen', TCP)),
    at('**.{listen,http,https,net}', hostPort('listen', { ...TCP, bare: true })),
    at('**.{advertise,client_advertise}', hostPort('advertise', { ...TCP, bare: true })),
    at('**.{routes,url,urls,remotes.*.url,gateways.*.url}', connection()),
  ],
});
