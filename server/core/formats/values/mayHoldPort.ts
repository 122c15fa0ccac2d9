/**
 * False where no reader could find a port, by a look at the characters: most values are words, versions and digests. A
 * number at the beginning counts, and else a digit beside what separates it, as in `h:80`, `-p 80`, `port=80` or `h,1433`;
 * what is filled in later may hold one.
 */
export function mayHoldPort({ text }: { readonly text: string }): boolean {
  let at = 0;
  while (isDigit(text.charCodeAt(at))) at++;
  if (at > 0 && at <= 6 && (at === text.length || ENDS.includes(text.charAt(at)))) return true;
  let hasDigit = at > 0;
  let hasSeparator = false;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) hasDigit = true;
    else if (code === DOLLAR || code === BRACE || code === UNKNOWN_CODE) return true;
    else if (code === EQUALS) hasSeparator ||= isDigit(text.charCodeAt(at + 1));
    else if (SEPARATORS.has(code)) hasSeparator = true;
    if (hasDigit && hasSeparator) return true;
  }
  return false;
}

function isDigit(code: number): boolean {
  return 48 <= code && code <= 57;
}

/** What may follow a port: `8080/tcp`, `80,443`, `3000-3010`, `8080:80`. */
const ENDS = ' \t\n,;:/-\uFFFC';
const DOLLAR = 0x24;
const BRACE = 0x7b;
const UNKNOWN_CODE = 0xfffc;
const EQUALS = 0x3d;
const SEPARATORS: ReadonlySet<number> = new Set([...' \t\n:;,(@'].map(char => char.charCodeAt(0)));
