import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** Cassandra and ScyllaDB. */
export const cassandra: Format = defineTreeFormat({
  id: 'cassandra',
  title: 'Cassandra',
  documentation: 'https://cassandra.apache.org/doc/stable/cassandra/managing/configuration/cass_yaml_file.html',
  files: ['{cassandra,scylla}{,-,_,.}*.{yml,yaml}', 'cassandra*.{yml,yaml}'],
  languages: [],
  content: {
    files: ['*.{yml,yaml}'],
    test: text => text.includes('native_transport_port') || text.includes('endpoint_snitch:'),
  },
  syntax: readYaml,
  places: [
    at('{storage_port,ssl_storage_port}', port('listen', { ...TCP, addressKey: 'listen_address' })),
    at(
      '{native_transport_port,native_transport_port_ssl,rpc_port}',
      port('listen', { ...TCP, addressKey: 'rpc_address' }),
    ),
    at('**.seeds', hostPort('connect', TCP)),
  ],
});
