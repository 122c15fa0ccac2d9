import { overlaps, type PortRange, type Protocols } from '../../../../registry/port.ts';
import type { Address } from '../../ports/address.ts';
import { picksOne } from '../../ports/picksOne.ts';
import { indexByPort } from '../../ports/portIndex.ts';
import type { Span } from '../../text/span.ts';

/** A port that something takes, as far as another may want it. */
export interface Bound {
  readonly span: Span;
  readonly range: PortRange;
  readonly address: Address;
  readonly protocols: Protocols | undefined;
  /** Undefined where it is none, or not known. */
  readonly containerRange?: PortRange | undefined;
}

/** Each that wants what an earlier one has, with the first that has it. */
export function* collisionsIn<T extends Bound>(
  all: readonly T[],
  meet: (here: T, there: T) => boolean,
): Iterable<readonly [here: T, there: T]> {
  const places = new Map(all.map((each, index) => [each, index]));
  const byPort = indexByPort(
    () => all,
    ({ range }) => range,
  );
  for (const [index, here] of all.entries()) {
    const there = byPort
      .at(here.range)
      .slice(0, MOST_RIVALS)
      .find(other => (places.get(other) ?? index) < index && wantSame(here, other) && meet(here, other));
    if (there) yield [here, there];
  }
}

/** Of a number that a hostile file repeats a hundred thousand times, the first ones will do. */
const MOST_RIVALS = 100;

/** Number and transport; a range for one container port takes what is free. */
export function wantSame(a: Bound, b: Bound): boolean {
  return (
    overlaps(a.range, b.range) &&
    a.protocols?.some(protocol => b.protocols?.includes(protocol)) === true &&
    !picksOne(a.range, a.containerRange) &&
    !picksOne(b.range, b.containerRange)
  );
}

/** What stands between two places of a template may make them two branches of one condition. */
export function areOfOneText(text: string, a: Span, b: Span): boolean {
  const between = text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start));
  return !/\{\{|\{%|<%|<#|\$\{if|^\s*[.#@%]?\s*(?:else|elif|elseif|endif)\b/im.test(between);
}
