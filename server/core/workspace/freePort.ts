import { asPort, type Port } from '../../../registry/port.ts';
import type { Registry } from '../../../registry/registry.ts';
import type { Snapshot } from './snapshot.ts';

/** Linux gives the ports from here on to outgoing connections. https://docs.kernel.org/networking/ip-sysctl.html */
export const FIRST_EPHEMERAL = 32768;

/** The ports below need rights that few programs have. */
export const FIRST_UNPRIVILEGED = 1024;

/** Farther away, a number no longer looks like the one that was meant. */
const FARTHEST = 1000;

/** The next number above `port` that is free. Where there is a port plan: the next one that is planned for nobody by name. */
export function nextFreePort(workspace: Snapshot, registry: Registry, port: number): number | undefined {
  if (workspace.plan().length > 0) {
    for (const planned of openPlanned(workspace, port + 1)) if (planned !== port) return planned;
    return undefined;
  }
  const first = Math.max(port + 1, FIRST_UNPRIVILEGED);
  const end = Math.min(first + FARTHEST, FIRST_EPHEMERAL);
  for (let number = first; number < end; number++) {
    const candidate = asPort(number);
    if (candidate !== undefined && isFree(workspace, registry, candidate)) return candidate;
  }
  return undefined;
}

/**
 * A number that nothing in the workspace takes, that no known software uses, that IANA does not hold back, and that nobody
 * has to beware of. Whether it stays put is not asked here.
 */
export function isFree(workspace: Snapshot, registry: Registry, port: Port): boolean {
  if (workspace.isTaken(port) || registry.isUsed(port)) return false;
  if (registry.cautions(port).some(({ kind }) => kind !== 'ephemeral' && kind !== 'node-port')) return false;
  return !registry.assigned(port, 'tcp').some(({ status }) => status === 'reserved');
}

/**
 * What the plan holds ready for anybody and nothing in the workspace takes, from `port` on first, as the one that was meant.
 * In a plan the team has chosen, whoever else may use the number.
 */
export function* openPlanned(workspace: Snapshot, port: number): Generator<Port, undefined> {
  let looked = 0;
  const open = workspace.plan().flatMap(({ owner, range }) => (owner === undefined ? [range] : []));
  const ordered = open.toSorted((a, b) => Number(a.last < port) - Number(b.last < port) || a.first - b.first);
  for (const { first, last } of ordered)
    for (let number = first >= port || last < port ? first : port; number <= last; number++) {
      if (++looked > FARTHEST) return;
      const candidate = asPort(number);
      if (candidate !== undefined && !workspace.isTaken(candidate)) yield candidate;
    }
}
