import { sizeOf } from '../../../../registry/port.ts';
import type { Registry } from '../../../../registry/registry.ts';
import type { MapPlace } from './mapPlace.ts';

/** More programs on one number than this, and the number alone tells nothing of who it is. */
const MOST_PROGRAMS = 8;

/** Who most likely answers at a place, in a word or two; with a question mark where only the number says so. */
export function who(registry: Registry, place: MapPlace): string | undefined {
  const { range, protocols, role, image, inner, owner, target, host, scheme, format } = place;
  if (sizeOf(range) > 1) return undefined;
  const isCall = place.layer === 'dialled';
  const protocol = protocols?.length === 1 ? protocols[0] : undefined;
  const [best] = registry.likely(range.first, {
    protocol,
    image: isCall ? undefined : image,
    inside: inner?.first,
    names: [isCall ? (target ?? host) : owner].filter(name => name !== undefined),
    scheme,
    format,
    role,
  });
  if (!best) return undefined;
  if (best.reasons.some(reason => OF_THE_PLACE.has(reason))) return best.software;
  const number = inner?.first ?? range.first;
  return registry.crowd(number, protocol ?? 'tcp') > MOST_PROGRAMS ? undefined : `${best.software}?`;
}

const OF_THE_PLACE: ReadonlySet<string> = new Set(['image', 'name', 'format', 'role', 'runtime']);
