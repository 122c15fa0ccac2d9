import { jsonOr } from '../syntax/jsonOr.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { connection } from './values/connection.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';

/** What Grafana dials for its data. The files are often named after what they name: `prometheus.yml`. */
export const grafanaDatasources: Format = defineTreeFormat({
  id: 'grafana-datasources',
  title: 'Grafana data sources',
  documentation: 'https://grafana.com/docs/grafana/latest/administration/provisioning/#data-sources',
  files: ['**/provisioning/datasources/*.{yml,yaml,json}'],
  languages: [],
  content: {
    files: ['*.{yml,yaml,json}'],
    isSure: true,
    test: text =>
      text.includes('datasources') &&
      /^["\s{]{0,9}datasources"?:/m.test(text) &&
      text.includes('access') &&
      text.includes('type'),
  },
  syntax: jsonOr(readYaml),
  places: [
    at('**.{labels,httpHeaderName1,version,orgId}', nothing()),
    at('datasources.*.url', connection()),
    at('datasources.*.jsonData.port', port('connect', { protocols: ['tcp'], addressKey: 'host' })),
    at('**.{host,server}', connection()),
  ],
});
