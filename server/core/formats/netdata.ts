import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { connection } from './values/connection.ts';
import { each } from './values/each.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';

/** What Netdata's collectors dial: YAML in files that are named after the software that is watched. */
export const netdata: Format = defineTreeFormat({
  id: 'netdata',
  title: 'Netdata collector',
  documentation: 'https://learn.netdata.cloud/docs/collecting-metrics/',
  files: ['**/{go.d,python.d,go.d/sd}/*.conf'],
  languages: [],
  content: {
    files: ['*.conf'],
    isSure: true,
    test: text => /^jobs:/m.test(text) && text.includes('- name:'),
  },
  syntax: readYaml,
  places: [
    at('**.{url,urls,address,addresses,dsn,host,server,endpoint}', each(connection())),
    at('**.{port,ports}', port('connect', { addressKey: 'host' })),
    at('**.{name,app,expr,selector,update_every,timeout,autodetection_retry}', nothing()),
  ],
});
