import { readXml } from '../syntax/xml.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** ClickHouse's server and keeper, in XML or YAML. */
export const clickhouse: Format = defineTreeFormat({
  id: 'clickhouse',
  title: 'ClickHouse',
  documentation: 'https://clickhouse.com/docs/operations/server-configuration-parameters/settings',
  files: ['clickhouse{,-,_,.}*.{xml,yaml,yml}', '**/clickhouse*/**/*.{xml,yaml}'],
  languages: [],
  content: {
    files: ['*.xml'],
    test: text => /<(?:clickhouse|yandex)>/.test(text.slice(0, 5000)),
  },
  syntax: text => (/^\s*</.test(text) ? readXml(text) : readYaml(text)),
  places: [
    at(
      '**.{http_port,https_port,tcp_port,tcp_port_secure,tcp_with_proxy_port,interserver_http_port,interserver_https_port,mysql_port,postgresql_port,grpc_port,prometheus.port}',
      port('listen', TCP),
    ),
    at('**.keeper_server.{tcp_port,tcp_port_secure}', port('listen', TCP)),
    at('**.{replica,node,server,master,slave,shard,graphite}.port', port('connect', { ...TCP, addressKey: 'host' })),
    at('**.{zookeeper.node.port,raft_configuration.server.port}', port('connect', TCP)),
    at('**.{graphite_rollup*,compression,quotas,profiles}', nothing()),
  ],
});
