/** Most values hold neither a digit nor a variable, and need no reader. */
export function mayHoldPort({ text }: { readonly text: string }): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((48 <= code && code <= 57) || code === DOLLAR || code === BRACE) return true;
  }
  return false;
}

const DOLLAR = 0x24;
const BRACE = 0x7b;
