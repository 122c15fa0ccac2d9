import { COLON_DEFAULT, fillPlaceholders } from '../ports/read/placeholders.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';
import { urls } from './values/urls.ts';

/** Grafana's Loki, Promtail, Tempo, Mimir and Pyroscope, which share a server. */
export const loki: Format = defineTreeFormat({
  id: 'loki',
  title: 'Loki, Promtail, Tempo and Mimir',
  documentation: 'https://grafana.com/docs/loki/latest/configure/#server',
  files: ['{loki,promtail,tempo,mimir,pyroscope}{,-,_,.}*.{yml,yaml}'],
  languages: [],
  content: { files: ['*.{yml,yaml}'], test: text => text.includes('http_listen_port:') },
  syntax: readYaml,
  fill: text => fillPlaceholders(text, COLON_DEFAULT),
  places: [
    at('**.{http_listen_port,grpc_listen_port}', port('listen', { ...TCP, addressKey: 'http_listen_address' })),
    at('**.{clients,client}.**.url', urls()),
    at('**.syslog.listen_address', hostPort('listen', TCP)),
    at('**.receivers.**.endpoint', hostPort('listen', TCP)),
    at('**.{frontend_address,scheduler_address,backend_scheduler_addr,loki_address}', hostPort('connect', TCP)),
    at('**.memberlist.bind_port', port('listen', { protocols: ['tcp', 'udp'] })),
    at('**.memberlist.join_members', hostPort('connect')),
    at('**.{limits_config,chunk_store_config,table_manager}', nothing()),
    at('**.labels', nothing()),
  ],
});
