import type { PortRange } from '../../../../registry/port.ts';
import type { Place } from '../../facts/finding.ts';
import { type PortValue, writtenRange } from '../../ports/value.ts';
import { dirname } from '../../text/path.ts';
import type { RuleContext } from '../rule.ts';

/**
 * Where the host's own firewall is told to keep others from a port, in a file of the same folder, one around it or one
 * below: whoever wrote it believes the port to be closed.
 * https://docs.docker.com/engine/network/packet-filtering-firewalls/#docker-and-ufw
 */
export function denialsBeside({ facts, workspace }: RuleContext): (ports: PortRange) => readonly Place[] {
  if (!BY_DOCKER.has(facts.format)) return () => [];
  const known = new Map<number, readonly Place[]>();
  return ({ first, last }) => {
    const found = known.get(first);
    if (found) return found;
    // All denials are gone through, so a file with thousands of ports asks for the first ones only.
    if (first !== last || known.size >= MOST_ASKED) return [];
    const places = workspace
      .withRole('deny')
      .filter(({ path, occurrence: { value } }) => denies(value, first) && isBeside(dirname(path), dirname(facts.path)))
      .filter(({ path }) => HOST_FIREWALLS.has(workspace.facts(path)?.format ?? ''))
      .slice(0, 1)
      .map(({ path, occurrence: { span } }) => ({ path, span }));
    known.set(first, places);
    return places;
  };
}

const MOST_ASKED = 50;

function denies(value: PortValue, port: number): boolean {
  const range = writtenRange(value);
  return range !== undefined && range.first <= port && port <= range.last;
}

const BY_DOCKER: ReadonlySet<string> = new Set(['compose', 'shell', 'ansible', 'kamal']);

const HOST_FIREWALLS: ReadonlySet<string> = new Set([
  'ansible',
  'cloud-init',
  'firewall-script',
  'iptables',
  'makefile',
  'nftables',
  'shell',
  'ufw',
]);

function isBeside(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`);
}
