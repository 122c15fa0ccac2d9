import type { Registry } from '../../../registry/registry.ts';
import { occurrenceAt } from '../ports/occurrenceAt.ts';
import { faultOf } from '../ports/value.ts';
import type { Span } from '../text/span.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { cautions } from './hover/cautions.ts';
import { elsewhere } from './hover/elsewhere.ts';
import { here } from './hover/here.ts';
import { claims, otherUses, rangeMembers, registration } from './hover/known.ts';
import { likelyUse } from './hover/likelyUse.ts';
import { listening } from './hover/listening.ts';
import { planned } from './hover/planned.ts';
import { portZero } from './hover/portZero.ts';
import type { HoverOptions, HoverSubject } from './hover/subject.ts';
import { title } from './hover/title.ts';
import { link, plainText } from './markdown.ts';

export interface Hover {
  /** Exactly the number, the name or the variable. */
  readonly span: Span;
  readonly text: string;
}

/** What a person wants to know of the number under the cursor, most useful first. `offset` in UTF-16 code units. */
export function hover(
  snapshot: Snapshot,
  registry: Registry,
  path: string,
  offset: number,
  options: HoverOptions,
): Hover | undefined {
  const facts = snapshot.facts(path);
  const found = facts && occurrenceAt(facts.occurrences, offset);
  if (!facts || !found) return undefined;
  const { occurrence, span } = found;
  const resolution = snapshot.resolve(path, occurrence);
  const { range } = resolution;
  if (!range || faultOf(occurrence.value)) return undefined;
  const protocols = occurrence.protocols ?? [];
  const protocol = protocols.length === 1 ? protocols[0] : undefined;
  const subject: HoverSubject = { snapshot, registry, facts, occurrence, resolution, range, protocol, options };
  // Line breaks and no paragraphs: editors leave a hover little height.
  const text = linesOf(subject).join('  \n');
  return { span, text: options.markup === 'markdown' ? text : plainText(text) };
}

function linesOf(subject: HoverSubject): readonly string[] {
  if (subject.range.first !== subject.range.last) {
    return [
      title(subject, undefined),
      rangeMembers(subject),
      planned(subject),
      here(subject),
      elsewhere(subject),
    ].filter(isText);
  }
  if (subject.range.first === 0) return [title(subject, undefined), here(subject), portZero(subject)].filter(isText);
  const use = likelyUse(subject);
  return [
    title(subject, use),
    registration(subject),
    otherUses(subject, use),
    claims(subject),
    planned(subject),
    here(subject),
    elsewhere(subject),
    cautions(subject),
    [listening(subject), page(subject)].filter(isText).join(' · '),
  ].filter(isText);
}

/** To everything else that is known of the number. */
function page({ range, options }: HoverSubject): string | undefined {
  const target = options.pageLink(range.first);
  return target && link('Port page', target);
}

function isText(line: string | undefined): line is string {
  return line !== undefined && line !== '';
}
