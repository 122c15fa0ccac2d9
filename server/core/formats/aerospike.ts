import { DOVECOT } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** Aerospike. */
export const aerospike: Format = defineTreeFormat({
  id: 'aerospike',
  title: 'Aerospike',
  documentation: 'https://aerospike.com/docs/database/reference/config/#network',
  files: ['aerospike{,-,_,.}*.{conf,template.conf,conf.*}'],
  languages: [],
  content: {
    files: ['*.{conf,conf.*}'],
    test: text => text.includes('network {') && text.includes('heartbeat {') && text.includes('fabric {'),
  },
  syntax: text => readDirectives(text, DOVECOT),
  places: [
    at('**.network.**.{access-port,alternate-access-port,tls-access-port}.0', port('advertise', TCP)),
    at('**.network.**.{port,tls-port}.0', port('listen', TCP)),
    at('**.{mesh-seed-address-port,tls-mesh-seed-address-port}.1', port('connect', TCP)),
    at('**.{dc-node-address-port,node-address-port}.1', port('connect', TCP)),
    at('**.{interval,timeout,proto-fd-max}', nothing()),
  ],
});
