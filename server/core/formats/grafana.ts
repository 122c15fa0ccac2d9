import { fillPlaceholders, type PlaceholderForm } from '../ports/read/placeholders.ts';
import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Format } from './format.ts';
import { providerConfig } from './gitea/providerConfig.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { connection } from './values/connection.ts';
import { hostPort } from './values/hostPort.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** `${HTTP_PORT}` and `%(http_port)s` have no defaults. */
const NAMED: PlaceholderForm = { open: '%(', close: ')s', read: name => ({ name }) };

/** Grafana's server. */
export const grafana: Format = defineTreeFormat({
  id: 'grafana',
  title: 'Grafana',
  documentation: 'https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#http_port',
  files: ['grafana{,-,_,.}*.ini', '**/grafana/**/*.ini'],
  languages: [],
  content: { files: ['*.ini'], test: text => text.includes('[auth.anonymous]') || text.includes('[unified_alerting]') },
  comment: ';',
  syntax: text => readKeyValue(text, INI),
  fill: text => fillPlaceholders(text, NAMED),
  places: [
    at('server.http_port', port('listen', { ...TCP, addressKey: 'http_addr' })),
    at('{database.host,smtp.host}', hostPort('connect', TCP)),
    at('{remote_cache.connstr,session.provider_config}', providerConfig()),
    at('server.root_url', connection('advertise')),
    at('unified_alerting.{ha_listen_address}', hostPort('listen')),
    at('unified_alerting.ha_peers', hostPort('connect')),
  ],
});
