import type { Registry } from '../../../../registry/registry.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import type { Edit, Finding } from '../../facts/finding.ts';
import { findingsOf } from '../../rules/run.ts';
import { DEFAULT_SETTINGS, type RuleSettings } from '../../rules/settings.ts';
import { grouped } from '../../text/grouped.ts';
import { lowerBound } from '../../text/lowerBound.ts';
import { basename } from '../../text/path.ts';
import type { Span } from '../../text/span.ts';
import { reread } from '../../workspace/reread.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { applyEdits } from '../applyEdits.ts';

/** Why the files would not work with these edits; undefined where they say the same as now, with other numbers. */
export function faultAfter(snapshot: Snapshot, registry: Registry, edits: readonly Edit[]): string | undefined {
  const byPath = [...grouped(edits, ({ path }) => path)];
  let then = snapshot;
  for (const [path, own] of byPath) {
    const facts = snapshot.facts(path);
    const after = facts && reread(facts, applyEdits(facts.text, own));
    if (!facts || !after) return `${basename(path)} is not known any more: try again`;
    // Words of the project's own, which only the facts of now were read with, may tell more ports.
    if (!saysTheSame(facts, after) && !saysTheSame(reread(facts, facts.text), after))
      return `${basename(path)} would say something else then: quote what stands there first, or choose another`;
    then = then.withDocument(after);
  }
  for (const [path, own] of byPath) {
    if ((snapshot.facts(path)?.text.length ?? 0) > LONGEST_JUDGED) continue;
    const faults = errorsAt(
      snapshot,
      registry,
      path,
      own.map(({ span }) => span),
    );
    const known = new Set(faults.map(({ rule }) => rule));
    const added = errorsAt(then, registry, path, moved(own)).find(({ rule }) => !known.has(rule));
    if (added) return added.message;
  }
  return undefined;
}

/** `22:22` without quotes is a number of base 60, and `22:8080` is not. */
function saysTheSame(now: DocumentFacts | undefined, then: DocumentFacts): boolean {
  return (
    now !== undefined &&
    then.occurrences.length === now.occurrences.length &&
    then.faults.length <= now.faults.length &&
    then.syntaxErrors.length === now.syntaxErrors.length
  );
}

function errorsAt(snapshot: Snapshot, registry: Registry, path: string, spans: readonly Span[]): readonly Finding[] {
  const inOrder = spans.toSorted((a, b) => a.start - b.start);
  return findingsOf(snapshot, registry, path, ERRORS).filter(({ severity, at: { span } }) => {
    // Numbers do not overlap: the last one that begins before the end of the finding is the one to look at.
    const last = inOrder[lowerBound(inOrder, span.end, ({ start }) => start) - 1];
    return severity === 'error' && last !== undefined && span.start < last.end;
  });
}

const ERRORS: RuleSettings = { ...DEFAULT_SETTINGS, onlyErrors: true };

/** In UTF-16 units. Rules take seconds for a longer file, whose edits are read again all the same. */
const LONGEST_JUDGED = 300_000;

/** Where the new texts of edits stand once all are made. */
function moved(edits: readonly Edit[]): readonly Span[] {
  let shift = 0;
  return edits
    .toSorted((a, b) => a.span.start - b.span.start)
    .map(({ span, newText }) => {
      const start = span.start + shift;
      shift += newText.length - (span.end - span.start);
      return { start, end: start + newText.length };
    });
}
