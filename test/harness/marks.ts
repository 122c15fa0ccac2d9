import type { Span } from '../../server/core/text/span.ts';

/** A text without its marks, and what they marked: offsets count in `text`. */
export interface Marked {
  readonly text: string;
  /** In the order in which they open. */
  readonly spans: readonly (Span & { readonly label?: string })[];
  /** Where `‸` stood. */
  readonly cursors: readonly number[];
}

/**
 * Strips `⟦…⟧`, `⟦label‖…⟧` and `‸`. No configuration holds these characters and each is one UTF-16 unit, so formats
 * without comments can be marked too. Marks may nest.
 */
export function unmark(marked: string): Marked {
  const spans: { start: number; end: number; label?: string }[] = [];
  const open: number[] = [];
  const cursors: number[] = [];
  let text = '';
  for (const char of marked) {
    const last = spans[open.at(-1) ?? -1];
    if (char === '⟦') open.push(spans.push({ start: text.length, end: text.length }) - 1);
    else if (char === '‸') cursors.push(text.length);
    else if (char === '‖' && last && last.label === undefined) {
      last.label = text.slice(last.start);
      text = text.slice(0, last.start);
    } else if (char === '⟧' && last) {
      last.end = text.length;
      open.pop();
    } else text += char;
  }
  if (open.length > 0) throw new Error(`a mark is not closed in ${JSON.stringify(marked)}`);
  return { text, spans, cursors };
}

/** The only cursor of a text that has one. */
export function cursorIn(marked: string): { readonly text: string; readonly offset: number } {
  const { text, cursors } = unmark(marked);
  const [offset, ...more] = cursors;
  if (offset === undefined || more.length > 0) throw new Error(`one cursor is needed in ${JSON.stringify(marked)}`);
  return { text, offset };
}
