import { readJson } from '../syntax/json.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { urls } from './values/urls.ts';

/** A dashboard of Grafana: its links have ports; what was last chosen in its menus (`localhost:9100`) is none. */
export const grafanaDashboard: Format = defineTreeFormat({
  id: 'grafana-dashboard',
  title: 'Grafana dashboard',
  documentation: 'https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/',
  files: [],
  languages: [],
  content: {
    files: ['*.json'],
    isSure: true,
    test: text => text.includes('"schemaVersion"') && (text.includes('"panels"') || text.includes('"rows"')),
  },
  syntax: readJson,
  places: [at('**.{url,linkUrl}', urls())],
  rest: 'nothing',
});
