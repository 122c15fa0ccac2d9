/**
 * Covers what ERB puts into YAML: statements with blanks, as they are lines of their own, and expressions with dollar
 * signs, as they stand for values that are filled in. https://docs.ruby-lang.org/en/master/ERB.html
 */
export function maskErb(text: string): string {
  let masked = '';
  let kept = 0;
  for (let start = text.indexOf('<%'); start >= 0; start = text.indexOf('<%', kept)) {
    const close = text.indexOf('%>', start);
    if (close < 0) break;
    const end = close + 2;
    const covered = text.slice(start, end).replace(/[^\r\n]/g, text[start + 2] === '=' ? '$' : ' ');
    masked += text.slice(kept, start) + covered;
    kept = end;
  }
  return masked + text.slice(kept);
}
