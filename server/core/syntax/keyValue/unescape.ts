import type { Span } from '../../text/span.ts';
import type { MappedBuilder } from '../mappedBuilder.ts';
import type { Reading } from './reading.ts';

/** Whether a backslash or a doubled quote stands in `span`. Nearly no value has one. */
export function hasEscapes({ text, dialect }: Reading, { start, end }: Span, quote: string): boolean {
  const backslash = quote === '' ? dialect.escapes?.everywhere === true : dialect.escapes !== undefined;
  const doubled = quote !== '' && dialect.doubledQuotes;
  if (!backslash && !doubled) return false;
  for (let at = start; at < end; at++) {
    if ((backslash && text[at] === '\\') || (doubled && text[at] === quote)) return true;
  }
  return false;
}

/** Puts what `span` means behind what the builder holds. */
export function appendUnescaped(builder: MappedBuilder, reading: Reading, span: Span, quote: string): void {
  const { start, end } = span;
  if (!hasEscapes(reading, span, quote)) {
    builder.keep(start, end);
    return;
  }
  let kept = start;
  for (let at = start; at < end; ) {
    const found = escapeAt(reading, at, end, quote);
    if (found) {
      builder.keep(kept, at);
      builder.put(found.text, at, at + found.length);
      kept = at + found.length;
    }
    at += found?.length ?? 1;
  }
  builder.keep(kept, end);
}

interface Escape {
  readonly text: string;
  /** In the source. */
  readonly length: number;
}

function escapeAt({ text, dialect }: Reading, at: number, end: number, quote: string): Escape | undefined {
  const next = at + 1 < end ? (text[at + 1] ?? '') : '';
  if (quote !== '' && text[at] === quote && next === quote) return { text: quote, length: 2 };
  const { escapes } = dialect;
  if (text[at] !== '\\' || next === '' || !escapes) return undefined;
  if (escapes.unicode && next === 'u') {
    const digits = text.slice(at + 2, Math.min(at + 6, end));
    if (/^[\da-fA-F]{4}$/.test(digits)) return { text: String.fromCharCode(Number.parseInt(digits, 16)), length: 6 };
  }
  const meant = Object.hasOwn(escapes.meaning, next) ? escapes.meaning[next] : undefined;
  if (meant !== undefined) return { text: meant, length: 2 };
  return escapes.unknown === 'character' ? { text: next, length: 2 } : undefined;
}
