import { interpolate } from '../ports/read/interpolate.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { connection } from './values/connection.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';

/** Dropwizard: connectors of the application and of its administration. */
export const dropwizard: Format = defineTreeFormat({
  id: 'dropwizard',
  title: 'Dropwizard',
  documentation: 'https://www.dropwizard.io/en/stable/manual/configuration.html#connectors',
  files: ['dropwizard*.{yml,yaml}'],
  languages: [],
  content: {
    files: ['*.{yml,yaml}', '*.{yml,yaml}.*'],
    test: text => text.includes('applicationConnectors:') || text.includes('adminConnectors:'),
  },
  syntax: readYaml,
  fill: text => interpolate(text, 'backslash'),
  places: [
    at(
      'server.{applicationConnectors,adminConnectors}.*.port',
      port('listen', { protocols: ['tcp'], addressKey: 'bindHost' }),
    ),
    at('server.connector.port', port('listen', { protocols: ['tcp'], addressKey: 'bindHost' })),
    at('**.{database,dataSource}.url', connection()),
    at('logging.**.{logFormat,threshold}', nothing()),
    at('metrics.reporters.*.port', port('connect', { addressKey: 'host' })),
  ],
});
