import { type Mapped, slice, UNKNOWN } from '../../text/mapped.ts';
import { type CommandPort, fromNetwork } from './commandValue.ts';
import { readHostPort } from './hostPort.ts';

/**
 * The members of a MongoDB replica set, in a script that is handed to the shell:
 * `rs.initiate({_id: "rs0", members: [{_id: 0, host: "mongo:27017"}]})`.
 * https://www.mongodb.com/docs/manual/reference/method/rs.initiate/
 */
export function readReplicaSet(mapped: Mapped): readonly CommandPort[] {
  if (!mapped.text.includes('rs.')) return [];
  return [...mapped.text.matchAll(MEMBER)].flatMap(({ 0: all, 1: address = '', index }) => {
    const to = index + all.length;
    const port = readHostPort(mapped, { from: to - address.length, to });
    return port ? [fromNetwork(port, slice(mapped, to - address.length, to), 'connect')] : [];
  });
}

const MEMBER = new RegExp(
  `\\bhost["']?\\s{0,9}:\\s{0,9}\\\\?["']([\\w.${UNKNOWN}-]{1,255}:[\\d${UNKNOWN}]{1,9})(?![\\w.])`,
  'g',
);
