import { readHcl } from '../syntax/hcl.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { TCP } from './values/transports.ts';

/** Grafana Alloy and the Agent's flow mode. */
export const alloy: Format = defineTreeFormat({
  id: 'alloy',
  title: 'Grafana Alloy',
  documentation: 'https://grafana.com/docs/alloy/latest/get-started/configuration-syntax/',
  files: ['*.{alloy,river}'],
  languages: ['alloy', 'river'],
  syntax: readHcl,
  places: [at('**.__address__', hostPort('connect', TCP))],
});
