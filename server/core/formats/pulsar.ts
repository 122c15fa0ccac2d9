import { PROPERTIES } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { port } from './values/port.ts';
import { quorum } from './values/quorum.ts';
import { TCP } from './values/transports.ts';
import { urls } from './values/urls.ts';

/** Pulsar's brokers and proxies, and BookKeeper. */
export const pulsar: Format = defineTreeFormat({
  id: 'pulsar',
  title: 'Pulsar and BookKeeper',
  documentation: 'https://pulsar.apache.org/reference/#/next/config/reference-configuration-broker',
  files: ['{pulsar,bookkeeper,bk_server}{,-,_,.}*.conf'],
  languages: [],
  content: {
    files: ['*.conf'],
    test: text =>
      /^(?:brokerServicePort|bookiePort|brokerServiceURL|metadataStoreUrl|configurationStoreServers)=/m.test(text),
  },
  syntax: text => readKeyValue(text, PROPERTIES),
  places: [
    at('{*ServicePort,*ServicePortTls,servicePort,servicePortTls,bookiePort,*ServerPort}', port('listen', TCP)),
    at('{advertisedListeners,advertisedAddress}', urls('advertise')),
    at('{zkServers,zookeeperServers,*StoreServers,*StoreUrl,metadataServiceUri}', quorum()),
  ],
});
