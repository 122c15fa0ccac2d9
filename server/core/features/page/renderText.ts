import { printable } from '../markdown.ts';
import { blockText } from './blockText.ts';
import type { Line, Page, Piece } from './prose.ts';

/** The page for a terminal, without control characters; what it cites has numbers, and stands at its end. */
export function renderText({ title, sections }: Page): string {
  const cited = new Map<string, number>();
  const parts = sections.flatMap(section => [
    [
      ...(section.title === undefined ? [] : [printable(section.title)]),
      ...section.blocks.map(block =>
        blockText(
          block,
          line => lineText(line, cited),
          text => `${printable(text)}:`,
        ),
      ),
    ].join('\n'),
  ]);
  const references = [...cited].map(([url, number]) => `[${number}] ${printable(url)}`);
  const end = references.length === 0 ? [] : [['References', ...references].join('\n')];
  const head = printable(title);
  return [`${head}\n${'='.repeat(head.length)}`, ...parts, ...end].join('\n\n');
}

function lineText(line: Line, cited: Map<string, number>): string {
  return line.map(piece => pieceText(piece, cited)).join('');
}

function pieceText(piece: Piece, cited: Map<string, number>): string {
  if (typeof piece === 'string') return printable(piece);
  switch (piece.kind) {
    case 'strong':
    case 'code':
      return printable(piece.text);
    case 'go':
      return pieceText(piece.piece, cited);
    case 'link':
      return `${printable(piece.text)} ${mark(piece.url, cited)}`;
    case 'source':
      return mark(piece.url, cited);
  }
}

function mark(url: string, cited: Map<string, number>): string {
  const number = cited.get(url) ?? cited.size + 1;
  cited.set(url, number);
  return `[${number}]`;
}
