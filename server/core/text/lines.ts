/** A place as people and protocols count: both 0-based, `character` in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Turns offsets into lines and back. A line ends at LF, CRLF or a lone CR, as LSP has it. */
export interface Lines {
  /** At least 1. */
  count(): number;
  /** An offset past the end gives the last position. */
  position(offset: number): Position;
  /** A position past the end of its line gives that end. */
  offset(position: Position): number;
  /** Where the line starts; a line past the end gives the length of the text. */
  start(line: number): number;
}

/** Costs nothing until the first question, as most files of a scan are never asked. */
export function linesOf(text: string): Lines {
  let known: readonly number[] | undefined;
  const starts = (): readonly number[] => (known ??= lineStarts(text));
  const start = (line: number): number => starts()[line] ?? text.length;
  return {
    count: () => starts().length,
    start,
    position(offset) {
      const at = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts().length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (start(middle) <= at) low = middle;
        else high = middle - 1;
      }
      return { line: low, character: at - start(low) };
    },
    offset(position) {
      const from = start(position.line);
      let to = start(position.line + 1);
      while (to > from && isLineEnd(text.charCodeAt(to - 1))) to--;
      return Math.min(from + Math.max(0, position.character), to);
    },
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  // Files with a lone CR are so rare that the native search for LF serves nearly all of them.
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) starts.push(at + 1);
  }
  return starts;
}

/** How the lines of a text end, for lines that are added to it. */
export function lineBreakOf(text: string): '\n' | '\r\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

const LF = 10;
const CR = 13;

function isLineEnd(code: number): boolean {
  return code === LF || code === CR;
}
