import type { Mapped } from '../../text/mapped.ts';
import type { Span } from '../../text/span.ts';
import type { Comment } from '../tree.ts';
import type { Language } from './language.ts';

/** A word, a mark or a literal of a program. */
export interface Token {
  readonly kind: 'word' | 'symbol' | 'flag' | 'number' | 'string' | 'mark' | 'newline';
  readonly span: Span;
  /** As written; of a symbol or flag without what makes it one. */
  readonly text: string;
  /** Blanks stand before it. */
  readonly spaced: boolean;
  /** Of a string. A here-document gets its own when its line has ended. */
  value?: Mapped;
  /** The programs within a string. */
  holes?: readonly (readonly Token[])[];
}

/** The state of one reading. */
export interface Scan {
  readonly text: string;
  readonly language: Language;
  readonly comments: Comment[];
  at: number;
  /** Where the reading ends: of the text, or of the string that is read. */
  end: number;
  /** Nothing but blanks stood on this line so far. */
  fresh: boolean;
  /** The stretch up to the end of a line that was looked for last, as a line may hold a thousand strings. */
  readonly line: { from: number; to: number };
  /** How many strings the reading is in. */
  depth: number;
  /** Closings that the rest of the text lacks, so that nobody looks for them again. */
  readonly missing: Set<string>;
  /** Here-documents whose bodies start after this line. */
  readonly waiting: { readonly token: Token; readonly name: string; readonly form: 'raw' | 'filled' }[];
}

/** The end of the line that `from` is in, searched once for each line. */
export function endOfLine(scan: Scan, from: number): number {
  const { text, line } = scan;
  if (from < line.from || from > line.to) {
    const at = text.indexOf('\n', from);
    line.from = from;
    line.to = at < 0 ? text.length : at;
  }
  const end = Math.min(line.to, scan.end);
  return end > from && text.charAt(end - 1) === '\r' ? end - 1 : end;
}
