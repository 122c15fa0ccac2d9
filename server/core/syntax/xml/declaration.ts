/**
 * Where a `<!DOCTYPE …>` ends that begins at `start`. It may hold quotes, comments, and declarations between brackets.
 * One that is being typed ends before the next tag.
 */
export function declarationEnd(source: string, start: number): number {
  let within = false;
  for (let at = start + 2; at < source.length; at++) {
    const char = source[at];
    if (char === '[') within = true;
    else if (char === ']') within = false;
    else if (char === '>' && !within) return at + 1;
    else if (char === '<' && !within) return at;
    else if (source.startsWith('<!--', at)) at = lastOf(source, '-->', at + 4) ?? source.length;
    // A lone quote is none.
    else if (char === '"' || char === "'") at = lastOf(source, char, at + 1) ?? at;
  }
  return source.length;
}

/** The last offset of the next `end`. */
function lastOf(source: string, end: string, from: number): number | undefined {
  const found = source.indexOf(end, from);
  return found < 0 ? undefined : found + end.length - 1;
}
