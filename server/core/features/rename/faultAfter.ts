import type { Registry } from '../../../../registry/registry.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import type { Edit, Finding } from '../../facts/finding.ts';
import { findingsOf } from '../../rules/run.ts';
import { DEFAULT_SETTINGS } from '../../rules/settings.ts';
import { grouped } from '../../text/grouped.ts';
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
    if (!saysTheSame(reread(facts, facts.text), after))
      return `${basename(path)} would say something else then: quote what stands there first, or choose another`;
    then = then.withDocument(after);
  }
  for (const [path, own] of byPath) {
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
  return findingsOf(snapshot, registry, path, DEFAULT_SETTINGS).filter(
    ({ severity, at }) =>
      severity === 'error' && spans.some(({ start, end }) => at.span.start < end && start < at.span.end),
  );
}

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
