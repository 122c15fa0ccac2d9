import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { TCP } from './values/transports.ts';
import { urls } from './values/urls.ts';

/** Prometheus' Alertmanager. */
export const alertmanager: Format = defineTreeFormat({
  id: 'alertmanager',
  title: 'Alertmanager',
  documentation: 'https://prometheus.io/docs/alerting/latest/configuration/',
  files: ['alertmanager{,-,_,.}*.{yml,yaml}'],
  languages: [],
  content: {
    files: ['*.{yml,yaml}'],
    test: text => text.includes('\nreceivers:') && text.includes('route:') && text.includes('_configs:'),
  },
  syntax: readYaml,
  places: [
    at('**.smtp_smarthost', hostPort('connect', TCP)),
    at('**.email_configs.*.smarthost', hostPort('connect', TCP)),
    at('**.{url,api_url,webhook_url}', urls()),
  ],
});
