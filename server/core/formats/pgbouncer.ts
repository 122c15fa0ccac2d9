import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { connection } from './values/connection.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** PgBouncer. `[databases]` maps names to libpq connection strings. */
export const pgbouncer: Format = defineTreeFormat({
  id: 'pgbouncer',
  title: 'PgBouncer',
  documentation: 'https://www.pgbouncer.org/config.html',
  files: ['pgbouncer*.ini', 'pgbouncer*.ini.*', 'pgbouncer*.conf'],
  languages: [],
  content: { files: ['*.ini'], test: text => text.includes('[pgbouncer]') },
  // A value is a connection string, which has signs of comments in it.
  syntax: text => readKeyValue(text, { ...INI, separators: '=', inline: '', continuation: 'none' }),
  places: [
    at('databases.*', connection()),
    at('pgbouncer.listen_port', port('listen', TCP)),
    at('peers.*', connection()),
  ],
});
