import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { endianness } from 'node:os';
import type { Socket, Sockets } from '../../lsp/features/machine.ts';
import { hiddenProcesses } from './hiddenProcesses.ts';
import { processName } from './processName.ts';
import { type ProcSocket, procSockets } from './procNet.ts';
import type { Reading } from './reading.ts';

/**
 * What listens in this network namespace, from /proc alone. The tables there hold every socket; whose it is stands only
 * in the open files of each process, and those of others the system does not show.
 */
export function* linuxSockets(withProcesses: boolean, proc = '/proc'): Reading<Sockets> {
  const found: (ProcSocket & { readonly protocol: 'tcp' | 'udp' })[] = [];
  let tables = 0;
  for (const name of ['tcp', 'tcp6', 'udp', 'udp6'] as const) {
    const text = textOf(`${proc}/net/${name}`);
    if (text === undefined) continue;
    tables++;
    const protocol = name.startsWith('tcp') ? 'tcp' : 'udp';
    for (const socket of procSockets(text, protocol, endianness() === 'LE')) found.push({ protocol, ...socket });
    yield;
  }
  if (tables === 0) throw new Error(`The system does not tell what listens: ${proc}/net cannot be read`);
  if (!withProcesses) return { sockets: found.map(socket => shown(socket)), notes: [] };
  const owners = yield* ownersOf(new Set(found.map(({ inode }) => inode)), proc);
  const sockets = found.map(socket => shown(socket, owners.get(socket.inode)));
  return { sockets, notes: hiddenProcesses(sockets) };
}

function shown({ protocol, address, port }: ProcSocket & Pick<Socket, 'protocol'>, process?: Process): Socket {
  return { protocol, address, port, ...(process && { process }) };
}

type Process = NonNullable<Socket['process']>;

/** The first process that holds each socket: of a server and its workers the server, which is older. */
function* ownersOf(inodes: Set<number>, proc: string): Reading<ReadonlyMap<number, Process>> {
  inodes.delete(0);
  const owners = new Map<number, Process>();
  let looked = 0;
  for (const pid of pidsIn(proc)) {
    if (owners.size === inodes.size) break;
    let process: Process | undefined;
    if (++looked % LOOKS_IN_A_ROW === 0) yield;
    for (const file of namesIn(`${proc}/${pid}/fd`)) {
      if (++looked > MOST_LOOKS) return owners;
      if (looked % LOOKS_IN_A_ROW === 0) yield;
      const inode = Number(/^socket:\[(\d+)\]$/.exec(linkOf(`${proc}/${pid}/fd/${file}`) ?? '')?.[1]);
      if (!inodes.has(inode) || owners.has(inode)) continue;
      process ??= { pid, name: nameOf(pid, proc) };
      owners.set(inode, process);
    }
  }
  return owners;
}

/** A look at a link or a folder takes some 4 µs. */
const LOOKS_IN_A_ROW = 1000;
/** A machine with more open files would take seconds. */
const MOST_LOOKS = 1_000_000;

/** systemd holds sockets for those that it starts on demand, so it comes last. */
function pidsIn(proc: string): readonly number[] {
  const pids = namesIn(proc).flatMap(name => (/^\d+$/.test(name) ? [Number(name)] : []));
  return pids.sort((a, b) => Number(a === 1) - Number(b === 1) || a - b);
}

function nameOf(pid: number, proc: string): string {
  return processName((textOf(`${proc}/${pid}/comm`) ?? '').replace(/\n$/, ''), linkOf(`${proc}/${pid}/exe`));
}

// Processes end while they are looked at, and others' are closed: both are no fault.

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

function namesIn(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
