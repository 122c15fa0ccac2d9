import { showRange } from '../../../../registry/port.ts';
import { showAddress } from '../../ports/address.ts';
import type { Layer, MapPlace, MarkedPlace } from './mapPlace.ts';
import type { MapPort } from './portMap.ts';

/** `8080/tcp`, `53/tcp+udp`; without a transport where no place tells one. */
export function portName({ range, protocols }: Pick<MapPort, 'range' | 'protocols'>): string {
  return `${showRange(range)}${protocols.length > 0 ? `/${protocols.join('+')}` : ''}`;
}

/** What the place does with the port: `web publishes it`. */
export function says({ owner, role, host, target, layer, note }: MapPlace): string {
  if (layer === 'planned')
    return [owner === undefined ? 'Planned' : `Planned for ${owner}`, note ?? '']
      .filter(part => part !== '')
      .join(': ');
  const by = (verb: string, alone: string): string => (owner === undefined ? alone : `${owner} ${verb}`);
  const to = target ?? host;
  switch (role) {
    case 'publish':
      return by('publishes it', 'Published');
    case 'listen':
      return by('listens on it', 'Listened on');
    case 'target':
      return owner === undefined ? 'Container port' : `Container port of ${owner}`;
    case 'expose':
      return by('exposes it', 'Exposed');
    case 'connect':
      return to === undefined ? by('connects to it', 'Connected to') : by(`connects to ${to}`, `Connection to ${to}`);
    case 'probe':
      return owner === undefined ? 'Health check' : `Health check of ${owner}`;
    case 'advertise':
      return by('advertises it', 'Advertised');
    case 'allow':
      return 'Let through by a firewall rule';
    case 'deny':
      return 'Kept out by a firewall rule';
    case 'forward':
      return by('forwards it', 'Forwarded');
    case 'registry':
      return host === undefined ? 'Image registry' : `Image registry ${host}`;
    case 'label':
      return 'Named';
  }
}

/** Where it can be reached, and where that leads: `127.0.0.1 → 80`. Empty for what takes nothing on a machine. */
export function opens({ layer, address, namespace, inner }: MapPlace): string {
  if (layer !== 'host' || !address) return '';
  const from = namespace.kind === 'node' && address.kind === 'any' ? 'every node' : showAddress(address);
  return inner === undefined ? from : `${from} → ${showRange(inner)}`;
}

/** `conflict with web (compose.yaml:6)`: the word, as a colour alone tells nobody. Empty without one. */
export function conflict({ contest, rivals }: MarkedPlace, at: (place: MapPlace) => string): string {
  if (contest === undefined) return '';
  // What need not run at the same time is no conflict yet.
  const word = contest === 'error' || contest === 'warning' ? 'conflict' : 'possible conflict';
  const names = rivals.slice(0, MOST_RIVALS).map(rival => `${rival.owner ?? 'another'} (${at(rival)})`);
  const more = rivals.length > MOST_RIVALS ? ` and ${rivals.length - MOST_RIVALS} more` : '';
  return names.length === 0 ? word : `${word} with ${names.join(', ')}${more}`;
}

const MOST_RIVALS = 3;

/** Headings of the kinds of ports. */
export const LAYER_TITLES: Readonly<Record<Layer, string>> = {
  host: 'Host ports',
  planned: 'Planned, taken by nobody',
  inside: 'Inside containers and programs',
  dialled: 'Dialled or let through',
};

/** `1 port`, `3 ports`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Who is called, or what else is done with a port that nobody here has: `→ db`. */
export function callOf({ role, target, host }: MapPlace): string {
  const to = target ?? host;
  switch (role) {
    case 'connect':
      return `→ ${to ?? 'unknown host'}`;
    case 'probe':
      return to === undefined ? 'health check' : `health check → ${to}`;
    case 'allow':
      return 'let through';
    case 'deny':
      return 'kept out';
    case 'registry':
      return `image registry ${host ?? ''}`.trimEnd();
    case 'forward':
      return 'forwarded';
    case 'advertise':
      return host === undefined ? 'advertised' : `advertised at ${host}`;
    default:
      return role;
  }
}
