import { addTo } from '../text/addTo.ts';
import type { Span } from '../text/span.ts';
import type { Rule } from './rule.ts';

/** A place with one of these faults is not worth judging by any other rule. */
const BROKEN: ReadonlySet<string> = new Set([
  'malformed-port',
  'port-out-of-range',
  'reversed-port-range',
  'ignored-listen-address',
]);

/** A finding with the rule that it is of. */
export interface Judged {
  readonly rule: Rule;
  readonly at: { readonly span: Span };
}

/** Leaves out what a stronger finding at the same place implies. A finding that is suppressed is still the stronger one. */
export function strongest<T extends Judged>(all: readonly T[]): readonly T[] {
  const stronger = new Set([...BROKEN, ...all.flatMap(({ rule }) => rule.yieldsTo ?? [])]);
  const masters = all.filter(({ rule }) => stronger.has(rule.id));
  if (masters.length === 0) return all;
  const near = inBlocks(masters);
  return all.filter(
    one => !near(one.at.span).some(other => yields(one.rule, other.rule) && meets(one.at.span, other.at.span)),
  );
}

/** Finds those near a span without looking at all of them: a hostile file may hold a fault on each of its lines. */
function inBlocks<T extends Judged>(all: readonly T[]): (span: Span) => readonly T[] {
  const blocks = new Map<number, T[]>();
  for (const one of all) for (const block of blocksOf(one.at.span)) addTo(blocks, block, one);
  return span => blocksOf(span).flatMap(block => blocks.get(block) ?? []);
}

const BLOCK = 64;

function blocksOf({ start, end }: Span): readonly number[] {
  const first = Math.floor(start / BLOCK);
  return Array.from({ length: Math.floor(end / BLOCK) - first + 1 }, (_, index) => first + index);
}

function yields(rule: Rule, other: Rule): boolean {
  return (BROKEN.has(other.id) && !BROKEN.has(rule.id)) || rule.yieldsTo?.includes(other.id) === true;
}

function meets(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
