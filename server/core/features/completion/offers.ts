import { writtenRange } from '../../ports/value.ts';
import { clusterOffers } from './clusterOffers.ts';
import { dialledOffers } from './dialledOffers.ts';
import { hostOffers, nodePortOffers, planOffers } from './hostOffers.ts';
import { insideOffers } from './insideOffers.ts';
import { mappingOffers } from './mappingOffers.ts';
import { meaningOffers } from './meaningOffers.ts';
import { numberOffer, type Offer, singles } from './offer.ts';
import { placeOffers } from './placeOffers.ts';
import { projectOffers, variableOffers } from './projectOffers.ts';
import type { Slot } from './slot.ts';
import { typedOffers } from './typedOffers.ts';

/** All that is offered at a place, best first, each text once. */
export function offersAt(slot: Slot): readonly Offer[] {
  const found = new Map<string, Offer>();
  const here = [...clusterOffers(slot), ...byRole(slot)];
  // What the words around mean is a poor answer where something better is known.
  const all = here.length > 0 ? here : [...meaningOffers(slot), ...projectOffers(slot)];
  const typed = slot.word.text.toLowerCase();
  const isMeant = ({ text, who }: Offer): boolean =>
    /^[a-z]/.test(typed) && (text.toLowerCase().startsWith(typed) || who?.toLowerCase().startsWith(typed) === true);
  for (const offer of [...all.filter(isMeant), ...typedOffers(slot), ...all]) {
    if (found.size >= MOST) break;
    if (!found.has(offer.text) && offer.port !== slot.probe) found.set(offer.text, offer);
  }
  return [...found.values()];
}

const MOST = 30;

function byRole(slot: Slot): readonly Offer[] {
  const { occurrence } = slot;
  if (slot.takesMapping) return [...mappingOffers(slot), ...insideOffers(slot)];
  switch (occurrence?.role) {
    case undefined:
      return [];
    case 'publish':
      return occurrence.path.at(-1) === 'nodePort' ? nodePortOffers(slot) : hostOffers(slot, otherSide(slot));
    case 'target':
      return target(slot);
    case 'listen':
      return listening(slot);
    case 'probe':
      return [...dialledOffers(slot, []), ...insideOffers(slot), ...placeOffers(slot)];
    case 'expose':
      return [...insideOffers(slot), ...placeOffers(slot)];
    case 'connect':
    case 'registry':
    case 'advertise': {
      const likely = placeOffers(slot);
      return [...dialledOffers(slot, likely), ...likely, ...variableOffers(slot)];
    }
    case 'allow':
    case 'deny':
    case 'forward':
      return [...placeOffers(slot), ...projectOffers(slot), ...insideOffers(slot)];
    case 'label':
      return [...insideOffers(slot), ...placeOffers(slot)];
  }
}

/** A key of a port may be about a listener of its own, or about another that is dialled: `DB_PORT`. */
function listening(slot: Slot): readonly Offer[] {
  const { namespace } = slot.occurrence ?? {};
  const isOnHost = namespace?.kind === 'host' || namespace?.kind === 'unknown';
  const likely = placeOffers(slot);
  const told = [...variableOffers(slot), ...dialledOffers(slot, likely), ...insideOffers(slot), ...likely];
  const known = told.length > 0 ? told : meaningOffers(slot, 'web');
  const usual = known.flatMap(({ port }) => port ?? []).slice(0, 1);
  return [...(isOnHost ? planOffers(slot) : []), ...known, ...(isOnHost ? hostOffers(slot, usual) : [])];
}

/** The numbers that the container's side may have, the written one alone where there is one. */
function otherSide(slot: Slot): readonly NonNullable<Offer['port']>[] {
  const { facts, occurrence } = slot;
  const other = facts.occurrences.findLast(
    ({ mapping }) => mapping !== undefined && mapping.id === occurrence?.mapping?.id && mapping.side === 'target',
  );
  const written = other && slot.snapshot.resolve(facts.path, other).range;
  return written
    ? singles(written)
    : insideOffers(slot)
        .flatMap(({ port }) => port ?? [])
        .slice(0, 1);
}

/** Most mappings have one number on both sides, where the container has it. */
function target(slot: Slot): readonly Offer[] {
  const inside = insideOffers(slot);
  const published = sameAsPublished(slot);
  const isPublished = ({ port }: Offer): boolean => published.some(offer => offer.port === port);
  return [...inside.filter(isPublished), ...inside, ...published, ...placeOffers(slot)];
}

function sameAsPublished({ facts, occurrence }: Slot): readonly Offer[] {
  const other = facts.occurrences.find(
    ({ mapping }) => mapping !== undefined && mapping.id === occurrence?.mapping?.id && mapping.side === 'publish',
  );
  const range = writtenRange(other?.value);
  return range ? singles(range).map(port => numberOffer(port, 'same as on the host')) : [];
}
