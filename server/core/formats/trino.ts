import { COLON_DEFAULT, fillPlaceholders } from '../ports/read/placeholders.ts';
import { PROPERTIES } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { connection } from './values/connection.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** Trino and Presto: the server, and the catalogs of what it queries. */
export const trino: Format = defineTreeFormat({
  id: 'trino',
  title: 'Trino and Presto',
  documentation: 'https://trino.io/docs/current/admin/properties-http-server.html',
  files: ['**/{trino,presto}/**/*.properties', '**/etc/catalog/*.properties'],
  languages: [],
  content: {
    files: ['*.properties'],
    test: text => text.includes('http-server.http') || /^connector\.name=/m.test(text),
  },
  syntax: text => readKeyValue(text, PROPERTIES),
  dotted: true,
  fill: text => fillPlaceholders(text, COLON_DEFAULT),
  places: [
    at('http-server.**.port', port('listen', TCP)),
    at('jmx.**.port', port('listen', TCP)),
    at('**.{connection-url,uri,url,nodes,contact-points,seeds}', connection()),
    at('**.port', port('connect', TCP)),
  ],
});
