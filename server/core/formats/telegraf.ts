import { readToml } from '../syntax/toml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { connection } from './values/connection.ts';
import { hostPort } from './values/hostPort.ts';

/** Telegraf. */
export const telegraf: Format = defineTreeFormat({
  id: 'telegraf',
  title: 'Telegraf',
  documentation: 'https://docs.influxdata.com/telegraf/v1/configuration/',
  files: ['telegraf{,-,_,.}*.{conf,toml}', '**/telegraf{,.d}/**/*.{conf,toml}'],
  languages: [],
  content: { files: ['*.{conf,toml}'], test: text => text.includes('[[inputs.') || text.includes('[[outputs.') },
  syntax: readToml,
  places: [
    at(
      'inputs.{statsd,socket_listener,syslog,udp_listener,tcp_listener,http_listener,http_listener_v2,influxdb_listener,influxdb_v2_listener}.*.{service_address,server}',
      hostPort('listen'),
    ),
    at('outputs.{prometheus_client}.*.listen', hostPort('listen')),
    at('**.servers', connection()),
    at('**.{urls,url,brokers,endpoints,address}', connection()),
  ],
});
