import { concat, type Mapped, slice } from '../../text/mapped.ts';

/** PowerShell goes on behind a backquote at the end of a line, where a POSIX shell would run what follows. */
export function joinLines(script: Mapped): Mapped {
  const { text } = script;
  if (!/[ \t]`\r?\n/.test(text)) return script;
  const parts: Mapped[] = [];
  let kept = 0;
  for (const { 0: blank, index } of text.matchAll(/(?<=[ \t])`\r?\n/g)) {
    parts.push(slice(script, kept, index));
    kept = index + blank.length;
  }
  return concat([...parts, slice(script, kept, text.length)], script.span);
}
