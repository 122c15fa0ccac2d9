import type { DocumentFacts } from '../../facts/document.ts';

/** The line at an offset with those that a `\` at their ends joins to it, as the shell, systemd and Dockerfiles do. */
export function commandAround({ text, lines }: DocumentFacts, offset: number): string {
  const at = lines.position(offset).line;
  const goesOn = (line: number): boolean => {
    let end = lines.start(line + 1) - 1;
    while (text[end] === '\n' || text[end] === '\r') end--;
    return text[end] === '\\';
  };
  let first = at;
  while (first > 0 && at - first < MOST_LINES && goesOn(first - 1)) first--;
  let last = at;
  while (last - at < MOST_LINES && last + 1 < lines.count() && goesOn(last)) last++;
  return text.slice(Math.max(lines.start(first), offset - REACH), Math.min(lines.start(last + 1), offset + REACH));
}

/** Asked for each port of a command, so a file that is one endless command must not be looked at as a whole. */
const MOST_LINES = 40;
const REACH = 4000;
