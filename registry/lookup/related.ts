import type { RelatedPort } from '../entry.ts';
import type { Port, Protocol } from '../port.ts';
import type { RegistryTable } from '../table.ts';
import type { Assignments } from './assignments.ts';
import { createPrograms } from './related/programs.ts';
import { createPurposes } from './related/purposes.ts';
import { createRegistrants } from './related/registrants.ts';
import { createServices } from './related/services.ts';
import { createVariants } from './related/variants.ts';
import type { Uses } from './uses.ts';

/** The most that is named of each relation. */
const MOST: Readonly<Record<RelatedPort['relation'], number>> = {
  'secure-variant': 8,
  'plain-variant': 8,
  'same-software': 20,
  'same-registrant': 12,
  'similar-name': 8,
  'same-purpose': 5,
};

/** Nothing is indexed before many pages have asked. */
export function createRelated(
  table: RegistryTable,
  assignments: Assignments,
  uses: Uses,
): (port: Port, protocol?: Protocol) => readonly RelatedPort[] {
  const services = createServices(table);
  const programs = createPrograms(uses);
  const variants = createVariants(services);
  const registrants = createRegistrants(services);
  const purposes = createPurposes(uses);
  return (port, protocol) => {
    const names = new Set(assignments.assigned(port, protocol).flatMap(({ service }) => service ?? []));
    const registered = names.size === 0 ? [] : services.at(port).filter(({ name }) => names.has(name));
    const used = uses.used(port, protocol);
    const found = [
      ...(used.length === 0 ? [] : programs(port, used)),
      ...registered.flatMap(service => [...variants(service), ...registrants(service)]),
      ...(used.length === 0 ? [] : purposes(port, used)),
    ];
    return limited(found, port);
  };
}

/** Each number stands once for a name, under the relation that says most, and no relation crowds the others out. */
function limited(found: readonly RelatedPort[], port: Port): readonly RelatedPort[] {
  const known = new Set<string>();
  const counts = new Map<RelatedPort['relation'], number>();
  return found.filter(each => {
    const key = `${each.port} ${each.name.toLowerCase()}`;
    const count = counts.get(each.relation) ?? 0;
    if (each.port === port || known.has(key) || count >= MOST[each.relation]) return false;
    known.add(key);
    counts.set(each.relation, count + 1);
    return true;
  });
}
