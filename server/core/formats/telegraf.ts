import { readToml } from '../syntax/toml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { connection } from './values/connection.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** Telegraf. */
export const telegraf: Format = defineTreeFormat({
  id: 'telegraf',
  title: 'Telegraf',
  documentation: 'https://docs.influxdata.com/telegraf/v1/configuration/',
  files: ['telegraf{,-,_,.}*.{conf,toml}', '**/telegraf{,.d}/**/*.{conf,toml}'],
  languages: [],
  // Samples lie in folders that are named after the software that is watched.
  content: {
    files: ['*.{conf,toml}'],
    isSure: true,
    test: text => /^[ \t]{0,9}\[\[(?:inputs|outputs|processors|aggregators)\.\w/m.test(text),
  },
  syntax: readToml,
  places: [
    at('inputs.knx_listener.*.service_address', hostPort('connect')),
    at('inputs.*.*.service_address', hostPort('listen')),
    at('inputs.{syslog,nats_consumer_server}.*.server', hostPort('listen')),
    at('inputs.*_listener*.*.port', port('listen', TCP)),
    at('outputs.*.*.listen', hostPort('listen')),
    at('inputs.modbus.*.controller', connection()),
    at('inputs.modbus.**', nothing()),
    at('{inputs,outputs}.**.port', port('connect', { addressKey: 'host' })),
    at(
      '{inputs,outputs,secretstores}.**.{servers,server,urls,url,brokers,endpoints,address,addresses,addr,agents}',
      connection(),
    ),
  ],
});
