import { concat, type Mapped, opaque, slice, UNKNOWN } from '../../text/mapped.ts';

/** `{{port}}` as `${port}`, other expressions as UNKNOWN; `{{{{` is `{{`. */
export function fillExpressions(written: Mapped): Mapped {
  const { text } = written;
  const parts: Mapped[] = [];
  let kept = 0;
  // Looked for again only when passed, as a line may be full of expressions.
  let close = -1;
  let line = -1;
  let at = text.indexOf('{{');
  while (at >= 0) {
    if (kept < at) parts.push(slice(written, kept, at));
    if (text.startsWith('{{{{', at)) {
      parts.push(slice(written, at, at + 2));
      kept = at + 4;
    } else {
      if (close < at) close = text.indexOf('}}', at);
      if (line < at) line = text.indexOf('\n', at);
      if (line < 0) line = text.length;
      // Still being typed.
      if (close < 0) {
        kept = at;
        break;
      }
      const isOpen = line < close;
      const end = isOpen ? line : close + 2;
      const name = text.slice(at + 2, isOpen ? line : close).trim();
      const by = /^[A-Za-z_][\w-]{0,100}$/.test(name) && !isOpen ? `\${${name.replaceAll('-', '_')}}` : UNKNOWN;
      parts.push(opaque(by, slice(written, at, end).span));
      kept = end;
    }
    at = text.indexOf('{{', kept);
  }
  if (parts.length === 0) return written;
  if (kept < text.length) parts.push(slice(written, kept, text.length));
  return concat(parts, written.span);
}
