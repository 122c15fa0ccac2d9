import { asPort } from '../../../registry/port.ts';
import type { Registry } from '../../../registry/registry.ts';
import type { Snapshot } from './snapshot.ts';

/** Linux gives the ports from here on to outgoing connections. https://docs.kernel.org/networking/ip-sysctl.html */
const FIRST_EPHEMERAL = 32768;

/** Farther away, a number no longer looks like the one that was meant. */
const FARTHEST = 1000;

/**
 * The next number above `port` that nothing in the workspace takes, that no known software uses, that IANA does not hold
 * back, and that stays put.
 */
export function nextFreePort(workspace: Snapshot, registry: Registry, port: number): number | undefined {
  const last = Math.min(Math.max(port, 1023) + FARTHEST, FIRST_EPHEMERAL - 1);
  for (let number = Math.max(port, 1023) + 1; number <= last; number++) {
    const candidate = asPort(number);
    if (candidate === undefined || workspace.isTaken(candidate) || registry.isUsed(candidate)) continue;
    if (!registry.assigned(candidate, 'tcp').some(({ status }) => status === 'reserved')) return candidate;
  }
  return undefined;
}
