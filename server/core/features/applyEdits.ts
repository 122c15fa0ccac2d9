import type { Edit } from '../facts/finding.ts';

/** The text after edits of one document; of edits that overlap, the first in the order of places counts. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let kept = 0;
  for (const edit of edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    if (edit.span.start < kept) continue;
    result += text.slice(kept, edit.span.start) + edit.newText;
    kept = edit.span.end;
  }
  return result + text.slice(kept);
}
