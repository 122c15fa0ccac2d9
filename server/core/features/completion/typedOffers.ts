import { numberOffer, type Offer, singles } from './offer.ts';
import type { Slot } from './slot.ts';

/** What the name that is being typed stands for: `postg` gives 5432. */
export function typedOffers({ registry, word }: Slot): readonly Offer[] {
  if (!/^[A-Za-z][\w-]+$/.test(word.text)) return [];
  return registry
    .search(word.text, MOST)
    .flatMap(({ ports, name, detail }) => singles(ports).map(port => numberOffer(port, detail, name)));
}

const MOST = 12;
