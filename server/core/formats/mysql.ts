import { MYCNF } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { connection } from './values/connection.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

const CLIENTS =
  '{client,mysql,mysqldump,mysqladmin,mysqlbinlog,mysqlcheck,mysqlimport,mysqlshow,client-server,mysqlsh}';

/** MySQL and MariaDB. Hyphens and underscores of a name do not differ, and `loose-` may stand before it. */
export const mysql: Format = defineTreeFormat({
  id: 'mysql',
  title: 'MySQL and MariaDB',
  documentation: 'https://dev.mysql.com/doc/refman/8.4/en/option-files.html',
  files: [
    '{my,.my,mysqld,mysql,mariadb}{,-,_,.}*.{cnf,ini}',
    '**/{mysql,mariadb}*.d/*.cnf',
    '**/{mysql,mariadb}*/**/*.cnf',
  ],
  languages: [],
  content: {
    files: ['*.{cnf,ini,conf}', '*.cnf.*'],
    test: text =>
      text.includes('[mysqld') || text.includes('[client]') || text.includes('[mariadb') || text.includes('[galera]'),
  },
  syntax: text => readKeyValue(text, MYCNF),
  places: [
    at(`${CLIENTS}.port`, port('connect', TCP)),
    at(
      '*.{port,mysqlx_port,mysqlx-port,admin_port,admin-port,loose-mysqlx_port,loose_mysqlx_port}',
      port('listen', TCP),
    ),
    at('*.{report_port,report-port}', port('advertise', TCP)),
    at('*.{group_replication_local_address,loose-group_replication_local_address}', hostPort('listen', TCP)),
    at('*.{group_replication_group_seeds,loose-group_replication_group_seeds}', hostPort('connect', TCP)),
    at('*.{wsrep_cluster_address,wsrep-cluster-address}', connection()),
    at('*.{wsrep_node_address,wsrep_sst_receive_address}', hostPort('listen', TCP)),
    at('*.{server-id,server_id,bind-address,bind_address,max_connect_errors,extra_max_connections}', nothing()),
  ],
});
