import { LIBCONFIG } from '../syntax/braces/braceDialect.ts';
import { readBraces } from '../syntax/braces.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** ProxySQL. */
export const proxysql: Format = defineTreeFormat({
  id: 'proxysql',
  title: 'ProxySQL',
  documentation: 'https://proxysql.com/documentation/configuration-file/',
  files: ['proxysql{,-,_,.}*.{cnf,conf}'],
  languages: [],
  content: {
    files: ['*.{cnf,conf}'],
    test: text => text.includes('admin_variables') && text.includes('mysql_servers'),
  },
  syntax: text => readBraces(text, LIBCONFIG),
  places: [
    at('admin_variables.*_ifaces', hostPort('listen', TCP)),
    at('{mysql,pgsql}_variables.interfaces', hostPort('listen', TCP)),
    at('admin_variables.restapi_port', port('listen', TCP)),
    at('{mysql_servers,pgsql_servers,proxysql_servers}.*.port', port('connect', { ...TCP, addressKey: 'address' })),
    at('{mysql_query_rules,pgsql_query_rules,scheduler}', nothing()),
  ],
});
