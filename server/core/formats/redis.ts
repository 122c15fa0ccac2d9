import { REDIS } from '../syntax/directives/dialects.ts';
import { readDirectives } from '../syntax/directives.ts';
import type { Node } from '../syntax/tree.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';

const TCP = ['tcp'] as const;

/** Redis, Valkey and Sentinel. `port 0` closes a listener. */
export const redis: Format = defineTreeFormat({
  id: 'redis',
  title: 'Redis',
  documentation: 'https://redis.io/docs/latest/operate/oss_and_stack/management/config/',
  files: ['{redis,valkey,keydb,sentinel}{,-,_,.}*.conf', '{redis,valkey,sentinel}*.conf.*', '**/redis/*.conf'],
  languages: [],
  content: {
    files: ['*.{conf,conf.*}'],
    test: text =>
      text.includes('appendonly ') || text.includes('sentinel monitor') || text.includes('maxmemory-policy '),
  },
  syntax: text => readDirectives(text, REDIS),
  anyCase: true,
  places: [
    at('{port,tls-port,cluster-port}.0', port('listen', { protocols: TCP })),
    at(
      '{cluster-announce-port,cluster-announce-tls-port,cluster-announce-bus-port}.0',
      port('advertise', { protocols: TCP }),
    ),
    at('{replica-announce-port,slave-announce-port}.0', port('advertise', { protocols: TCP })),
    at('{replicaof,slaveof}.1', port('connect', { protocols: TCP })),
    at('sentinel.*', port('connect', { protocols: TCP }), ({ parents, path }) => isMonitored(parents, path)),
    at('sentinel.1', port('advertise', { protocols: TCP }), ({ parents }) => firstWord(parents) === 'announce-port'),
    at('sentinel.*', nothing()),
    at('{save,client-output-buffer-limit,maxclients,timeout,databases,bind,requirepass,user,tcp-backlog}', nothing()),
  ],
});

/** `sentinel monitor <name> <address> <port> <quorum>`, `sentinel known-replica <name> <address> <port>` */
function isMonitored(parents: readonly Node[], path: readonly (string | number)[]): boolean {
  return path.at(-1) === 3 && /^(?:monitor|known-)/.test(firstWord(parents));
}

function firstWord(parents: readonly Node[]): string {
  const list = parents.at(-1);
  const first = list?.kind === 'list' ? list.items[0] : undefined;
  return first?.kind === 'scalar' ? first.text.toLowerCase() : '';
}
