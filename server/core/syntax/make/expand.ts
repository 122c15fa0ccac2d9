import { concat, type Mapped, opaque, slice, UNKNOWN } from '../../text/mapped.ts';

/** `$(PORT)` and `$X` as `${PORT}` and `${X}`, `$$` as `$`, functions and automatic variables as UNKNOWN. */
export function expand(written: Mapped): Mapped {
  const { text } = written;
  const parts: Mapped[] = [];
  let kept = 0;
  const replace = (by: Mapped, from: number, to: number): void => {
    if (kept < from) parts.push(slice(written, kept, from));
    parts.push(by);
    kept = to;
  };
  for (let at = text.indexOf('$'); at >= 0; at = text.indexOf('$', Math.max(at + 1, kept))) {
    const next = text.charAt(at + 1);
    if (next === '$') {
      replace(slice(written, at + 1, at + 2), at, at + 2);
      continue;
    }
    const end = next === '(' || next === '{' ? closing(text, at + 1) : at + 2;
    const name = text.slice(at + (end > at + 2 ? 2 : 1), end > at + 2 ? end - 1 : end);
    const { span } = slice(written, at, end);
    if (/^\w{1,100}$/.test(name)) replace(opaque(`\${${name}}`, span), at, end);
    else if (end > at + 2 || /[@<^+?*%|]/.test(name)) replace(opaque(UNKNOWN, span), at, end);
  }
  if (parts.length === 0) return written;
  if (kept < text.length) parts.push(slice(written, kept, text.length));
  return concat(parts, written.span);
}

/** The commands of `$(shell …)`. */
export function shellCalls(written: Mapped): readonly Mapped[] {
  const { text } = written;
  const calls: Mapped[] = [];
  let at = text.indexOf('$(shell ');
  while (at >= 0) {
    const end = closing(text, at + 1);
    if (end > at + 9) calls.push(slice(written, at + 8, end - 1));
    at = text.indexOf('$(shell ', Math.max(end, at + 1));
  }
  return calls;
}

/** The offset after the bracket that closes the one at `at`; after the bracket itself where none does. */
function closing(text: string, at: number): number {
  const open = text.charAt(at);
  const close = open === '(' ? ')' : '}';
  let depth = 0;
  for (let end = at; end < text.length && end - at < LONGEST; end++) {
    const char = text.charAt(end);
    if (char === open) depth++;
    else if (char === close && --depth === 0) return end + 1;
  }
  return at + 1;
}

/** In characters: keeps a line full of unclosed brackets linear. */
const LONGEST = 1000;
