import { POSTGRES } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { connection } from './values/connection.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';
import { isUnder } from './zeroFaults.ts';

/** PostgreSQL's server. `listen_addresses` has no ports. */
export const postgresql: Format = defineTreeFormat({
  id: 'postgresql',
  title: 'PostgreSQL',
  documentation: 'https://www.postgresql.org/docs/current/runtime-config-connection.html',
  files: [
    '{postgresql,postgres}{,-,_,.}*.conf',
    'postgresql*.conf.*',
    'postgresql.auto.conf',
    'pg_{hba,ident}*.conf*',
    '**/{postgresql,postgres}/**/{main,conf.d}/*.conf',
  ],
  except: ['postgresql*.conf.d'],
  languages: [],
  content: {
    files: ['*.{conf,conf.*}'],
    test: text =>
      text.includes('listen_addresses') && (text.includes('shared_buffers') || text.includes('max_connections')),
  },
  refusesZero: isUnder('port'),
  syntax: text => readKeyValue(text, POSTGRES),
  places: [
    at('port', port('listen', TCP)),
    at('primary_conninfo', connection()),
    at('**.{archive_command,restore_command}', nothing()),
    at('{host,hostssl,hostnossl,hostgssenc,hostnogssenc,local}', nothing()),
  ],
});
