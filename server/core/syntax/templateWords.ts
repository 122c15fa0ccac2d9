import type { TextCursor } from './textCursor.ts';

const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['{#', '#}'],
  ['<%', '%>'],
  ['${', '}'],
];

/** The end of the template expression that begins at `at` and ends on the same line, or -1. */
export function templateEnd(c: TextCursor, at: number): number {
  for (const [open, close] of PAIRS) {
    if (!c.text.startsWith(open, at)) continue;
    const stop = c.find(close, at + 2);
    return stop < c.lineEnd(at) ? stop + close.length : -1;
  }
  return -1;
}

/** The template expression stands for no text of its own: a condition, a loop, a comment. */
export function isControl(c: TextCursor, at: number, end: number): boolean {
  const char = c.text[at + 1];
  if (c.text[at] === '<') return c.text[at + 2] !== '=';
  if (c.text[at] !== '{') return false;
  return char !== '{' || CONTROL.test(c.text.slice(at + 2, Math.min(end, at + 40)));
}

const CONTROL = /^[-~]?\s*(?:(?:if|else|end|range|with|define|block|template)\b|[#/]|\$\w+\s*:?=)/;
