import type { Place } from '../place.ts';
import { OWN_ROLES, WORD_CATEGORIES } from './hints.ts';
import type { SoftwareNames } from './softwareNames.ts';
import { WEIGHT } from './weights.ts';
import { lastPart, PROTOCOL_WORDS, wordsOf } from './words.ts';

/** What the words at a place say. */
export interface PlaceWords {
  /** All that say something. */
  readonly words: ReadonlySet<string>;
  /** The categories that they speak of. */
  readonly categories: ReadonlySet<string>;
  /** By software that is named: what that is worth where it uses the number, and where it is not known to. */
  readonly named: ReadonlyMap<string, { readonly here: number; readonly elsewhere: number }>;
}

export function placeWords(place: Place, names: () => SoftwareNames): PlaceWords {
  const { names: called = [], variables = [], keys = [], scheme = '', image = '' } = place;
  const imageName = lastPart(image);
  const texts = [...called, ...variables, ...keys, scheme, imageName];
  const named = new Map<string, { readonly here: number; readonly elsewhere: number }>();
  const add = (text: string, here: number, alone: number, amongOthers: number): void => {
    for (const { software, isAlone, isFamily } of names().in(text)) {
      const isProtocol = PROTOCOL_WORDS.has(software.toLowerCase());
      const most = isFamily ? 0 : isProtocol ? WEIGHT.protocolElsewhere : alone;
      const elsewhere = Math.min(most, isAlone ? alone : amongOthers);
      const old = named.get(software);
      named.set(software, {
        here: Math.max(here, old?.here ?? 0),
        elsewhere: Math.max(elsewhere, old?.elsewhere ?? 0),
      });
    }
  };
  // The image that runs here may be called after the program inside, whoever made it.
  const own = OWN_ROLES.has(place.role ?? 'listen') ? [imageName] : [];
  for (const text of [...called, scheme, ...variables]) {
    add(text, WEIGHT.name, WEIGHT.nameElsewhere, WEIGHT.nameAmongOthers);
  }
  for (const text of keys) add(text, WEIGHT.key, 0, 0);
  for (const text of own) add(text, WEIGHT.name, WEIGHT.nameElsewhere, WEIGHT.nameAmongOthers);
  const words = new Set(texts.flatMap(wordsOf).filter(word => word.length > 1 && !EMPTY.has(word)));
  return { words, categories: new Set([...words].flatMap(word => WORD_CATEGORIES.get(word) ?? [])), named };
}

/** Words that stand at nearly every place, and in many purposes. */
const EMPTY: ReadonlySet<string> = new Set(
  'an and at by default environment for from host http image in listen of on or over port ports server service services the to url with'.split(
    ' ',
  ),
);
