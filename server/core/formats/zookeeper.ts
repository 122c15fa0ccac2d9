import { networkPort, portEnd } from '../ports/read/networkPort.ts';
import { PROPERTIES } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Format } from './format.ts';
import { at, type Reader } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { scalars } from './values/scalars.ts';
import { TCP } from './values/transports.ts';

/** ZooKeeper. */
export const zookeeper: Format = defineTreeFormat({
  id: 'zookeeper',
  title: 'ZooKeeper',
  documentation: 'https://zookeeper.apache.org/doc/current/zookeeperAdmin.html#sc_configuration',
  files: ['zoo{,-,_,.}*.cfg', 'zoo*.cfg.*', 'zookeeper{,-,_,.}*.{properties,cfg,conf}'],
  languages: [],
  content: {
    files: ['*.{cfg,properties,conf}'],
    test: text => text.includes('clientPort=') || text.includes('tickTime='),
  },
  syntax: text => readKeyValue(text, PROPERTIES),
  places: [
    at(
      '{clientPort,secureClientPort,admin\\.serverPort,metricsProvider\\.httpPort,metricsProvider\\.httpsPort}',
      port('listen', TCP),
    ),
    at('server\\.*', member()),
    at('{group\\.*,weight\\.*,*Limit,*Time,maxClientCnxns,autopurge\\.*}', nothing()),
  ],
});

/** `host:quorum:election[:role][;[address:]client]`; several addresses of one server are joined by `|`. */
function member(): Reader {
  return {
    what: 'quorum, election and client port of a member (connect)',
    read(node, at) {
      for (const scalar of scalars(node)) {
        const text = at.text(scalar);
        const host = { from: 0, to: Math.max(0, text.text.indexOf(':')) };
        for (const { index } of text.text.matchAll(/[:;]/g)) {
          const from = index + 1;
          const end = memberPortEnd(text.text, from);
          const found = end < 0 ? undefined : networkPort(text, { from, to: end }, host, undefined, ['tcp']);
          if (found) at.add({ ...found, role: 'connect', confidence: 'certain' }, scalar.inner);
        }
      }
    },
  };
}

/** A port ends at the next colon too. */
function memberPortEnd(text: string, from: number): number {
  const stop = /[:;|]/.exec(text.slice(from))?.index;
  const to = stop === undefined ? text.length : from + stop;
  return portEnd(text, from, to) === to ? to : -1;
}
