import type { Position, Range } from 'vscode-languageserver';
import type { Lines } from '../core/analysis.ts';

/** How a client counts `character`. https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#positionEncodingKind */
export type Encoding = 'utf-16' | 'utf-8' | 'utf-32';

/** A text with its lines: facts of a document, or an open document. */
export interface Source {
  readonly text: string;
  readonly lines: Lines;
}

/** Between the core's offsets, in UTF-16 code units, and the client's positions. */
export interface Convert {
  readonly encoding: Encoding;
  position(source: Source, offset: number): Position;
  range(source: Source, span: { readonly start: number; readonly end: number }): Range;
  /** A position past the end of its line gives that end; inside a character, its start. */
  offset(source: Source, position: Position): number;
}

/** UTF-16 wherever the client takes it, as it costs nothing here; every client has to take it when it says nothing. */
export function chooseEncoding(offered: readonly string[] = []): Encoding {
  if (offered.length === 0 || offered.includes('utf-16')) return 'utf-16';
  return offered.find(encoding => encoding === 'utf-8' || encoding === 'utf-32') ?? 'utf-16';
}

export function createConvert(encoding: Encoding): Convert {
  const units = encoding === 'utf-8' ? utf8Units : oneUnit;
  const position = ({ text, lines }: Source, offset: number): Position => {
    const place = lines.position(offset);
    if (encoding === 'utf-16') return place;
    const end = lines.start(place.line) + place.character;
    let character = 0;
    for (let at = lines.start(place.line); at < end; ) {
      const code = text.codePointAt(at) ?? 0;
      character += units(code);
      at += code > 0xffff ? 2 : 1;
    }
    return { line: place.line, character };
  };
  return {
    encoding,
    position,
    range: (source, { start, end }) => ({ start: position(source, start), end: position(source, end) }),
    offset({ text, lines }, { line, character }) {
      if (encoding === 'utf-16') return lines.offset({ line, character });
      const end = lines.offset({ line, character: Number.POSITIVE_INFINITY });
      let at = lines.start(line);
      for (let left = character; at < end; ) {
        const code = text.codePointAt(at) ?? 0;
        left -= units(code);
        if (left < 0) break;
        at += code > 0xffff ? 2 : 1;
      }
      return at;
    },
  };
}

function oneUnit(): number {
  return 1;
}

function utf8Units(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
