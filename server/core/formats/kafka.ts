import { PROPERTIES } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { hostPort } from './values/hostPort.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/**
 * Kafka's brokers, controllers, clients and Connect. The scheme of a listener is a name of the user's own, and an empty
 * host means every address: `listeners=INTERNAL://:9092`.
 */
export const kafka: Format = defineTreeFormat({
  id: 'kafka',
  title: 'Kafka',
  documentation: 'https://kafka.apache.org/documentation/#brokerconfigs_listeners',
  files: [
    '{server,broker,controller,producer,consumer,connect,kafka}{,-,_,.}*.properties',
    '**/kafka/**/*.properties',
    '**/kraft/*.properties',
  ],
  languages: [],
  content: {
    files: ['*.{properties,config,conf}'],
    test: text =>
      text.includes('bootstrap.servers') || text.includes('advertised.listeners') || text.includes('zookeeper.connect'),
  },
  except: ['server.properties.d'],
  syntax: text => readKeyValue(text, PROPERTIES),
  places: [
    at('**.advertised\\.listeners', hostPort('advertise', TCP)),
    at('**.{listeners,host\\.name,controller\\.listener\\.addresses,rest\\.listeners}', hostPort('listen', TCP)),
    at('**.{advertised\\.port,rest\\.advertised\\.port}', port('advertise', TCP)),
    at('**.{port,rest\\.port}', port('listen', TCP)),
    at('**.*bootstrap\\.servers', hostPort('connect', TCP)),
    at(
      '**.{zookeeper\\.connect,controller\\.quorum\\.voters,metadata\\.broker\\.list,broker\\.list}',
      hostPort('connect', TCP),
    ),
  ],
});
