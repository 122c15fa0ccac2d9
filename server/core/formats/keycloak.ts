import { COLON_DEFAULT, fillPlaceholders } from '../ports/read/placeholders.ts';
import { PROPERTIES } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { connection } from './values/connection.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** Keycloak on Quarkus. */
export const keycloak: Format = defineTreeFormat({
  id: 'keycloak',
  title: 'Keycloak',
  documentation: 'https://www.keycloak.org/server/all-config',
  files: ['keycloak*.conf', 'kc*.conf'],
  languages: [],
  content: { files: ['*.conf'], test: text => text.includes('\ndb-url') || text.includes('\nhttp-relative-path') },
  syntax: text => readKeyValue(text, PROPERTIES),
  fill: text => fillPlaceholders(text, COLON_DEFAULT),
  places: [
    at('{http-port,https-port,http-management-port}', port('listen', TCP)),
    at('{hostname-port,proxy-port}', port('advertise', TCP)),
    at('{db-url,hostname,hostname-url,hostname-admin,hostname-admin-url}', connection()),
  ],
});
