import { showRange } from '../../../../registry/port.ts';
import type { Severity } from '../../facts/finding.ts';
import { showAddress } from '../../ports/address.ts';
import { isOwnMachine } from '../../workspace/identity/space.ts';
import type { Layer, MapPlace, MarkedPlace } from './mapPlace.ts';
import type { MapPort } from './portMap.ts';

/** `8080/tcp`, `53/tcp+udp`; without a transport where no place tells one. */
export function portName({ range, protocols }: Pick<MapPort, 'range' | 'protocols'>): string {
  return `${showRange(range)}${protocols.length > 0 ? `/${protocols.join('+')}` : ''}`;
}

/** What the place does with the port: `web publishes it`. */
export function says(place: MapPlace): string {
  const { owner, role, host, target, layer, note, sets } = place;
  if (sets !== undefined) return `${sets} sets it`;
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
      if (isToPods(place)) return by('sends it to its pods', 'Sent to pods');
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
  if (layer !== 'host') return '';
  if (!address) return inner === undefined ? '' : `→ ${showRange(inner)}`;
  const from = namespace.kind === 'node' && address.kind === 'any' ? 'every node' : showAddress(address);
  return inner === undefined ? from : `${from} → ${showRange(inner)}`;
}

/** `conflict with web (compose.yaml:6)`: the word, as a colour alone tells nobody. Empty without one. */
export function conflict({ contest, rivals }: MarkedPlace, at: (place: MapPlace) => string): string {
  const word = conflictWord([contest]);
  const names = rivals.slice(0, MOST_RIVALS).map(rival => `${rival.owner ?? 'another'} (${at(rival)})`);
  const more = rivals.length > MOST_RIVALS ? ` and ${rivals.length - MOST_RIVALS} more` : '';
  return names.length === 0 || word === '' ? word : `${word} with ${names.join(', ')}${more}`;
}

/** For the worst of several places. What need not run at the same time is no conflict yet. */
export function conflictWord(contests: readonly (Severity | undefined)[]): '' | 'conflict' | 'possible conflict' {
  if (contests.some(contest => contest === 'error' || contest === 'warning')) return 'conflict';
  return contests.some(contest => contest !== undefined) ? 'possible conflict' : '';
}

const MOST_RIVALS = 2;

/** Headings of the kinds of ports. */
export const LAYER_TITLES: Readonly<Record<Layer, string>> = {
  host: 'Host ports',
  planned: 'Planned',
  inside: 'Inside containers and programs',
  dialled: 'Dialled or let through',
};

/** `1 port`, `3 ports`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Who is called, or what else is done with a port that nobody here has: `→ db`. */
export function callOf(place: MapPlace): string {
  const { role, target, host } = place;
  // Whoever dials its own machine need not know who answers there.
  const to =
    target !== undefined && host !== undefined && isOwnMachine(host) ? `${host} (${target})` : (target ?? host);
  switch (role) {
    case 'connect':
      return `→ ${isToPods(place) ? 'its pods' : (to ?? 'unknown')}`;
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

/** What a Service of Kubernetes does with what it takes. */
function isToPods({ format, host, words }: MapPlace): boolean {
  return host === undefined && words.at(-1) === 'targetPort' && IN_CLUSTERS.has(format);
}

const IN_CLUSTERS: ReadonlySet<string> = new Set(['kubernetes', 'helm', 'kustomize']);
