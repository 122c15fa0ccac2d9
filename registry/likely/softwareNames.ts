import { isTelling, lastPart, SPELLINGS, spaced, wordsOf } from './words.ts';

/** Software that is named at a place. */
export interface NamedSoftware {
  readonly software: string;
  /** The text held nothing else that tells. */
  readonly isAlone: boolean;
  /** A family of programs, called by the name of one of them. */
  readonly isFamily: boolean;
}

/** Finds the software that a text names: a service, a host, a variable. */
export interface SoftwareNames {
  in(text: string): readonly NamedSoftware[];
}

/** A program of the registry and what its images are called. */
export interface Nameable {
  readonly software: string;
  readonly images: readonly string[];
}

/** The longest name counts: `postgres-exporter` is no PostgreSQL. The best known goes first, and keeps a name. */
export function createSoftwareNames(programs: Iterable<Nameable>): SoftwareNames {
  const names = new Map<string, string>();
  // Thousands of names are taken apart before the first answer, so by the engine's own string functions.
  const add = (name: string, software: string): void => {
    const words = spaced(name);
    const isMany = words.includes(' ');
    const key = isMany ? words.replaceAll(' ', '') : words;
    if ((isMany || isTelling(key)) && !names.has(key)) names.set(key, software);
  };
  const ofImages: (readonly [string, string])[] = [];
  const known = new Set<string>();
  const seen = new Set<string>();
  for (const { software, images } of programs) {
    if (!known.has(software)) {
      known.add(software);
      const name = software.includes('(') ? software.replace(/\(.*\)/, '') : software;
      add(name, software);
      const first = name.indexOf(' ');
      if (first > 0 && MAKERS.has(name.slice(0, first).toLowerCase())) add(name.slice(first), software);
    }
    for (const image of images) {
      if (seen.has(image)) continue;
      seen.add(image);
      ofImages.push([lastPart(image), software]);
    }
  }
  for (const [spelling = '', software = ''] of Object.entries(SPELLINGS))
    if (known.has(software)) names.set(spelling, software);
  const counts = new Map<string, number>();
  for (const [, software] of ofImages) counts.set(software, (counts.get(software) ?? 0) + 1);
  // What an image is called comes after what software is.
  for (const [name, software] of ofImages) add(name, software);
  const isFamily = (software: string): boolean => (counts.get(software) ?? 0) > FAMILY;
  return {
    in: text => namedIn(wordsOf(text), names).map(found => ({ ...found, isFamily: isFamily(found.software) })),
  };
}

/** What has more images is a family of programs. */
const FAMILY = 30;

const MAKERS: ReadonlySet<string> = new Set(['apache', 'eclipse', 'microsoft', 'oracle']);

/** No name of software has more words. */
const LONGEST = 5;

function namedIn(
  words: readonly string[],
  names: ReadonlyMap<string, string>,
): readonly Omit<NamedSoftware, 'isFamily'>[] {
  const found: string[] = [];
  let others = 0;
  for (let at = 0; at < words.length; ) {
    let length = Math.min(LONGEST, words.length - at);
    let software: string | undefined;
    for (; length > 0; length--) {
      software = names.get(words.slice(at, at + length).join(''));
      if (software !== undefined) break;
    }
    if (software !== undefined) found.push(software);
    else if (!ADDED.has(words[at] ?? '')) others++;
    at += Math.max(1, length);
  }
  return found.map(software => ({ software, isAlone: others === 0 && found.length === 1 }));
}

/** Words that say nothing of whose port it is: `REDIS_HOST_PORT` is Redis's. */
const ADDED: ReadonlySet<string> = new Set(
  '0 1 2 3 addr address api bind container default dev env expose exposed ext external forward host http https listen local my port ports primary prod public published server service svc tcp test the udp ui url web webui'.split(
    ' ',
  ),
);
