import type { Use } from '../../../../registry/entry.ts';
import { asPort } from '../../../../registry/port.ts';
import type { Registry } from '../../../../registry/registry.ts';
import { schemeDefault } from '../../ports/read/schemeDefaults.ts';
import { imageOffers } from './insideOffers.ts';
import { numberOffer, type Offer, singles } from './offer.ts';
import { placeWords } from './placeWords.ts';
import type { Slot } from './slot.ts';

/** What the words around a place make likely: the software whose file it is, `REDIS_PORT`, a service called `mailpit`. */
export function placeOffers(slot: Slot): readonly Offer[] {
  const { occurrence, facts, registry } = slot;
  const words = placeWords(slot);
  const found = words.flatMap(word => softwareOffers(registry, word));
  const said = occurrence?.role === 'connect' && !words.some(word => ASIDE.test(word)) ? clientsFirst(found) : found;
  if (occurrence?.role !== 'listen' && occurrence?.role !== 'target' && occurrence?.role !== 'expose') return said;
  // Whose file it is says more than a word around.
  return [...registry.ofFormat(facts.format).flatMap(software => useOffers(registry.ofSoftware(software))), ...said];
}

/** `RABBITMQ_PORT` is where messages go, and not its web page. */
function clientsFirst(offers: readonly Offer[]): readonly Offer[] {
  return [...offers.filter(({ why }) => !ASIDE.test(why)), ...offers.filter(({ why }) => ASIDE.test(why))];
}

const ASIDE = /\b(?:management|mgmt|admin|administration|console|metrics)\b/i;

function softwareOffers(registry: Registry, word: string): readonly Offer[] {
  const scheme = asPort(schemeDefault(word) ?? -1);
  const who = scheme === undefined ? undefined : registry.used(scheme, 'tcp')[0]?.software;
  return [
    ...(scheme === undefined ? [] : [numberOffer(scheme, `usual for ${word}`, who)]),
    ...imageOffers(registry, word),
    ...useOffers(registry.ofSoftware(word)),
    ...useOffers(registry.ofSoftware(`${word}.js`)),
  ];
}

function useOffers(uses: readonly Use[]): readonly Offer[] {
  const known = uses.filter(({ standing, confidence }) => standing !== 'legacy' && confidence !== 'low');
  return known.flatMap(({ ports, purpose, software }) =>
    singles(ports).map(port => numberOffer(port, purpose, software)),
  );
}
