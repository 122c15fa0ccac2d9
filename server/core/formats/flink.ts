import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { nothing } from './values/nothing.ts';
import { options } from './values/options.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** Flink. A port may be a range, of which the first free one is taken. */
export const flink: Format = defineTreeFormat({
  id: 'flink',
  title: 'Apache Flink',
  documentation: 'https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/config/#hosts-and-ports',
  files: ['flink{,-,_,.}*.{yml,yaml}', '**/flink/conf/config.yaml'],
  languages: [],
  content: { files: ['*.{yml,yaml}'], test: text => text.includes('jobmanager.rpc.address') },
  syntax: readYaml,
  dotted: true,
  places: [
    at('rest.port', port('listen', { protocols: ['tcp'], addressKey: 'rest.bind-address' })),
    at('**.{port,bind-port,ports}', port('listen', TCP)),
    at('**.quorum', hostPort('connect', TCP)),
    at('**.java.opts.**', options()),
    at('**.memory', nothing()),
  ],
});
