import { readToml } from '../syntax/toml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { TCP, UDP } from './values/transports.ts';

/** InfluxDB 1 and 2, Kapacitor. */
export const influxdb: Format = defineTreeFormat({
  id: 'influxdb',
  title: 'InfluxDB',
  documentation: 'https://docs.influxdata.com/influxdb/v1/administration/config/',
  files: ['{influxdb,influx,kapacitor}{,-,_,.}*.{conf,toml}', 'influxdb*.conf.*'],
  languages: [],
  content: { files: ['*.{conf,toml}'], test: text => text.includes('[[udp]]') && text.includes('bind-address') },
  syntax: readToml,
  places: [
    at('{udp,collectd}.**.bind-address', hostPort('listen', UDP)),
    at('**.{bind-address,http-bind-address}', hostPort('listen', TCP)),
  ],
});
