import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { port } from './values/port.ts';

/** The connection service file of libpq. */
export const pgService: Format = defineTreeFormat({
  id: 'pg-service',
  title: 'PostgreSQL service file',
  documentation: 'https://www.postgresql.org/docs/current/libpq-pgservice.html',
  files: ['{.pg_service,pg_service}.conf'],
  languages: [],
  syntax: text => readKeyValue(text, INI),
  places: [at('*.port', port('connect', { protocols: ['tcp'], addressKey: 'host' }))],
});
