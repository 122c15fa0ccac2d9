import { asPort, holds, type Port } from '../../../../registry/port.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import type { PortRole } from '../../ports/occurrence.ts';
import { writtenRange } from '../../ports/value.ts';
import { numberOffer, type Offer, placeIn, singles } from './offer.ts';
import type { Slot } from './slot.ts';

/** What a variable is expected to be elsewhere: `8080` for `WEB_PORT=`, where a compose file says `${WEB_PORT:-8080}`. */
export function variableOffers({ snapshot, facts, occurrence }: Slot): readonly Offer[] {
  const name = occurrence?.path.at(-1);
  if (typeof name !== 'string' || !facts.variables.some(variable => variable.name === name)) return [];
  const found: Offer[] = [];
  for (const document of snapshot.documents())
    for (const { value, span } of document.path === facts.path ? [] : document.occurrences) {
      if (value.kind !== 'variable' || value.name !== name) continue;
      const range = writtenRange(value);
      for (const port of range ? singles(range) : [])
        found.push(numberOffer(port, `default in ${placeIn(document, span.start)}`));
    }
  return found;
}

/** The numbers that stand most often at other places of the kind: in rules of a firewall, those that are published. */
export function projectOffers({ snapshot, facts, occurrence, probe }: Slot): readonly Offer[] {
  if (!occurrence) return [];
  const counts = new Map<number, { times: number; where: string }>();
  for (const role of ALIKE[occurrence.role] ?? [occurrence.role])
    for (const { path, occurrence: other } of snapshot.withRole(role)) {
      const range = writtenRange(other.value);
      const document = snapshot.facts(path);
      if (!range || !document || holds(range, probe) || range.first !== range.last || range.first === 0) continue;
      const known = counts.get(range.first);
      if (known) known.times += path === facts.path ? 2 : 1;
      else counts.set(range.first, { times: 1, where: placeIn(document, other.span.start) });
    }
  // What a list of ports has already is rarely wanted in it once more.
  const listed = LISTS.has(occurrence.role) ? portsWith(facts, occurrence.role) : NONE;
  const isListed = (port: number): boolean => listed.has(port);
  return [...counts]
    .toSorted(([one, a], [other, b]) => Number(isListed(one)) - Number(isListed(other)) || b.times - a.times)
    .slice(0, MOST)
    .flatMap(([number, { where }]) => {
      const port: Port | undefined = asPort(number);
      return port === undefined ? [] : [numberOffer(port, `also in ${where}`)];
    });
}

const MOST = 10;

const LISTS: ReadonlySet<PortRole> = new Set(['allow', 'deny', 'forward']);
const NONE: ReadonlySet<number> = new Set();

function portsWith({ occurrences }: DocumentFacts, role: PortRole): ReadonlySet<number> {
  return new Set(occurrences.flatMap(each => (each.role === role ? (writtenRange(each.value)?.first ?? []) : [])));
}

const ALIKE: Readonly<Partial<Record<PortRole, readonly PortRole[]>>> = {
  allow: ['publish', 'listen', 'allow'],
  deny: ['deny', 'allow'],
  forward: ['forward', 'publish', 'target', 'listen'],
  label: ['publish', 'listen', 'label'],
  probe: ['probe', 'listen', 'expose', 'target'],
  advertise: ['advertise', 'publish', 'listen'],
  connect: ['connect', 'publish', 'listen', 'expose'],
  // Two do not take one number on a machine.
  publish: [],
};
