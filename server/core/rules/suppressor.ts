import type { DocumentFacts, Suppression } from '../facts/document.ts';
import type { Place } from '../facts/finding.ts';
import type { Rule } from './rule.ts';
import type { Levels } from './settings.ts';

/** Keeps back what the comments of one file suppress, and knows which of them did. */
export interface Suppressor {
  hides(finding: { readonly rule: Rule; readonly at: Place }): boolean;
  /** As `RuleContext.isUsed`. */
  isUsed(suppression: Suppression, id: string | undefined): boolean;
}

/** A hostile file is nothing but such comments, so none is looked at that cannot matter. */
export function createSuppressor({ suppressions, lines }: DocumentFacts, levels: Levels): Suppressor {
  const known = new Set<string>();
  const used = new Set<string>();
  for (const suppression of suppressions) {
    if (suppression.rules.length === 0) known.add(keyOf(suppression, EVERY));
    for (const { id } of suppression.rules) known.add(keyOf(suppression, id));
  }
  return {
    hides({ rule, at }) {
      if (known.size === 0) return false;
      const { line } = lines.position(at.span.start);
      // A comment that names no rule says nothing of those about comments.
      const ids = rule.isAboutSuppressions ? [rule.id] : [rule.id, EVERY];
      const keys = ids.flatMap(id => [keyOf({ scope: 'line', line }, id), keyOf({ scope: 'file', line: 0 }, id)]);
      const hiding = keys.filter(key => known.has(key));
      for (const key of hiding) used.add(key);
      return hiding.length > 0;
    },
    // Nobody knows what a rule would find that is switched off.
    isUsed: (suppression, id) =>
      used.has(keyOf(suppression, id ?? EVERY)) ||
      (id === undefined ? suppression.rules.length > 0 : levels[id] === 'off'),
  };
}

/** In place of an id, for a comment without any. */
const EVERY = '';

function keyOf({ scope, line }: Pick<Suppression, 'scope' | 'line'>, id: string): string {
  return `${scope} ${line} ${id}`;
}
