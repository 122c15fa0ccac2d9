import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { listenAddress } from './patroni/listenAddress.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** Patroni, which runs PostgreSQL in a cluster. */
export const patroni: Format = defineTreeFormat({
  id: 'patroni',
  title: 'Patroni',
  documentation: 'https://patroni.readthedocs.io/en/latest/yaml_configuration.html',
  files: ['patroni{,-,_,.}*.{yml,yaml}'],
  languages: [],
  content: {
    files: ['*.{yml,yaml}'],
    test: text => /^restapi:/m.test(text) && /^postgresql:/m.test(text),
  },
  syntax: readYaml,
  places: [
    at('{restapi,postgresql}.listen', listenAddress()),
    at('{restapi,postgresql,citus}.connect_address', hostPort('advertise', TCP)),
    at('raft.{self_addr,bind_addr}', hostPort('listen', TCP)),
    at('{etcd,etcd3,consul,zookeeper,exhibitor}.{host,hosts}', hostPort('connect', TCP)),
    at('**.parameters.port', port('listen', TCP)),
  ],
});
