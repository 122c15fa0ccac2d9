import { sizeOf } from '../../../../registry/port.ts';
import type { Registry } from '../../../../registry/registry.ts';
import { basename, dirname } from '../../text/path.ts';
import type { MapPlace } from './mapPlace.ts';

/** More programs on one number than this, and the number alone tells nothing of who it is. */
const MOST_PROGRAMS = 3;

/** Who most likely answers at a place, in a word or two; with a question mark where only the number says so. */
export interface Who {
  /** Ranking takes a millisecond or two, so the answers are kept, for places of later maps too. */
  of(place: MapPlace): string | undefined;
  /** Without ranking: undefined also for what nobody has asked for yet. */
  known(place: MapPlace): string | undefined;
}

export function createWho(registry: Registry): Who {
  const answers = new Map<string, { readonly answer: string | undefined }>();
  return {
    of(place) {
      const key = keyOf(place);
      const found = answers.get(key) ?? { answer: who(registry, place) };
      if (answers.size >= MOST_KEPT) answers.clear();
      answers.set(key, found);
      return found.answer;
    },
    known: place => answers.get(keyOf(place))?.answer,
  };
}

const MOST_KEPT = 20_000;

function keyOf(place: MapPlace): string {
  const { range, protocols, role, layer, image, inner, owner, target, host, scheme, format, words, path } = place;
  const parts = [range.first, range.last, inner?.first, protocols, role, layer, image, owner, target, host, scheme];
  return JSON.stringify([...parts, format, words, dirname(path)]);
}

function who(registry: Registry, place: MapPlace): string | undefined {
  const { range, protocols, role, image, inner, owner, target, host, scheme, format, words, path } = place;
  if (sizeOf(range) > 1 || place.layer === 'planned') return undefined;
  const name = place.layer === 'dialled' ? (target ?? host) : owner;
  const protocol = protocols?.length === 1 ? protocols[0] : undefined;
  const [best] = registry.likely(range.first, {
    protocol,
    image: place.layer === 'dialled' ? undefined : image,
    inside: inner?.first,
    // What nobody owns is often called after the folder that it stands in.
    names: [name ?? basename(dirname(path))],
    variables: words.slice(-1),
    keys: words,
    scheme,
    format,
    role,
  });
  if (!best) return undefined;
  if (best.reasons.some(reason => OF_THE_PLACE.has(reason))) return best.software;
  // Whoever has a name of its own is rather not somebody else.
  if (name !== undefined || registry.crowd(range.first, protocol ?? 'tcp') > MOST_PROGRAMS) return undefined;
  return `${best.software}?`;
}

const OF_THE_PLACE: ReadonlySet<string> = new Set(['image', 'name', 'format']);
