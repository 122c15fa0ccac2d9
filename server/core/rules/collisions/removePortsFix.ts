import type { ComposeService } from '../../facts/compose.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import type { Fix } from '../../facts/finding.ts';

/** Removes the lines of `ports` from a service. Nothing where they share a line with something else. */
export function removePortsFix(facts: DocumentFacts, service: ComposeService | undefined): readonly Fix[] {
  const entry = service?.portsEntry;
  if (!entry) return [];
  const { text } = facts;
  const start = text.lastIndexOf('\n', entry.key.start) + 1;
  const found = text.indexOf('\n', entry.value.end);
  const end = found < 0 ? text.length : found + 1;
  const isAlone =
    text.slice(start, entry.key.start).trim() === '' && /^\s*(?:#|$)/.test(text.slice(entry.value.end, end));
  if (!isAlone) return [];
  return [
    { title: 'Remove `ports`', safety: 'suggested', edits: [{ path: facts.path, span: { start, end }, newText: '' }] },
  ];
}
