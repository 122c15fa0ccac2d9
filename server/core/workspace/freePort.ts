import { asPort } from '../../../registry/port.ts';
import type { Registry } from '../../../registry/registry.ts';
import type { PlannedPorts } from '../facts/projectFile.ts';
import type { Snapshot } from './snapshot.ts';

/** Linux gives the ports from here on to outgoing connections. https://docs.kernel.org/networking/ip-sysctl.html */
const FIRST_EPHEMERAL = 32768;

/** Farther away, a number no longer looks like the one that was meant. */
const FARTHEST = 1000;

/**
 * The next number above `port` that nothing in the workspace takes, that no known software uses, that IANA does not hold
 * back, that nobody has to beware of, and that stays put. Where there is a port plan: the next one that is planned for nobody by
 * name.
 */
export function nextFreePort(workspace: Snapshot, registry: Registry, port: number): number | undefined {
  const plan = workspace.plan();
  if (plan.length > 0) return nextPlanned(workspace, plan, port);
  const last = Math.min(Math.max(port, 1023) + FARTHEST, FIRST_EPHEMERAL - 1);
  for (let number = Math.max(port, 1023) + 1; number <= last; number++) {
    const candidate = asPort(number);
    if (candidate === undefined || workspace.isTaken(candidate) || registry.isUsed(candidate)) continue;
    if (registry.cautions(candidate).some(({ kind }) => kind !== 'ephemeral' && kind !== 'node-port')) continue;
    if (!registry.assigned(candidate, 'tcp').some(({ status }) => status === 'reserved')) return candidate;
  }
  return undefined;
}

/** In a plan the team has chosen, whoever else may use the number. Above `port` first, as the one that was meant. */
function nextPlanned(workspace: Snapshot, plan: readonly PlannedPorts[], port: number): number | undefined {
  let looked = 0;
  const open = plan.filter(({ owner }) => owner === undefined).map(({ range }) => range);
  const ordered = open.toSorted((a, b) => Number(a.last <= port) - Number(b.last <= port) || a.first - b.first);
  for (const { first, last } of ordered)
    for (let number = first > port || last <= port ? first : port + 1; number <= last; number++) {
      if (++looked > FARTHEST) return undefined;
      const candidate = asPort(number);
      if (candidate !== undefined && candidate !== port && !workspace.isTaken(candidate)) return candidate;
    }
  return undefined;
}
