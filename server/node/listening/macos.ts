import type { Socket, Sockets } from '../../lsp/features/machine.ts';
import { hiddenProcesses } from './hiddenProcesses.ts';
import { lsofSockets } from './lsof.ts';
import { macNetstatSockets } from './macNetstat.ts';
import { type Program, printed, type Reading } from './reading.ts';

/** lsof knows the processes, but shows only the user's own; netstat shows every socket. */
export function* macosSockets(withProcesses: boolean): Reading<Sockets> {
  const tables = [yield* printed(netstat('tcp')), yield* printed(netstat('udp'))];
  const all = tables.flatMap(text => macNetstatSockets(text ?? ''));
  const known = withProcesses || all.length === 0 ? lsofSockets((yield* printed(LSOF)) ?? '') : [];
  if (all.length === 0 && known.length === 0 && tables.every(text => text === undefined))
    throw new Error('The system does not tell what listens: neither netstat nor lsof could be run');
  const sockets = withOwners(all, known);
  return { sockets, notes: withProcesses ? hiddenProcesses(sockets) : [] };
}

/** Both lists may be a moment apart: what only one of them has is shown, too. */
export function withOwners(all: readonly Socket[], known: readonly Socket[]): readonly Socket[] {
  const owned = new Set(known.map(keyOf));
  return [...known, ...all.filter(socket => !owned.has(keyOf(socket)))];
}

function keyOf({ protocol, address, port }: Socket): string {
  return `${protocol} ${address} ${port}`;
}

function netstat(protocol: 'tcp' | 'udp'): Program {
  return { file: '/usr/sbin/netstat', arguments: ['-anW', '-p', protocol] };
}

/** Names of 9 characters are the default. */
const LSOF: Program = {
  file: '/usr/sbin/lsof',
  arguments: ['-nP', '+c0', '-iTCP', '-sTCP:LISTEN', '-iUDP', '-FpcftPn'],
};
