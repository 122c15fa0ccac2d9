import { code, escapeLinkText, escapeMarkdown, lineStart, link } from '../markdown.ts';
import { blockText } from './blockText.ts';
import type { Line, Page, Piece } from './prose.ts';

/** A locator that is longer than this is no name for a link. */
const LONGEST_LOCATOR = 60;

/** The page in Markdown, with the documents that it cites at its end. */
export function renderMarkdown({ title, sections }: Page): string {
  const cited = new Set<string>();
  const parts = sections.flatMap(section => [
    ...(section.title === undefined ? [] : [`## ${escapeMarkdown(section.title)}`]),
    ...section.blocks.map(block =>
      blockText(
        block,
        line => lineText(line, cited),
        text => `**${escapeMarkdown(text)}**`,
      ),
    ),
  ]);
  const references = [...cited].map(url => `- ${link(escapeLinkText(url.replace(/^https?:\/\//, '')), url)}`);
  const end = references.length === 0 ? [] : ['## References', references.join('\n')];
  return [`# ${escapeMarkdown(title)}`, ...parts, ...end].join('\n\n');
}

function lineText(line: Line, cited: Set<string>): string {
  return lineStart(line.map(piece => pieceText(piece, cited)).join(''));
}

function pieceText(piece: Piece, cited: Set<string>): string {
  if (typeof piece === 'string') return escapeMarkdown(piece);
  switch (piece.kind) {
    case 'strong':
      return `**${escapeMarkdown(piece.text)}**`;
    case 'code':
      return code(piece.text);
    case 'link':
      cited.add(piece.url);
      return link(escapeLinkText(piece.text), piece.url);
    case 'go':
      return link(pieceText(piece.piece, cited), piece.target);
    case 'source': {
      if (!piece.beside) cited.add(piece.url);
      const { locator = '' } = piece;
      const place = locator === '' || locator.length > LONGEST_LOCATOR ? '' : `: ${locator}`;
      const name = `${siteOf(piece.url)}${place}`;
      return `(${link(escapeLinkText(name), piece.url)})`;
    }
  }
}

/** Who speaks: the repository, or the site. */
function siteOf(url: string): string {
  const [, repository] = /^https:\/\/(?:github|gitlab)\.com\/([^/]+\/[^/#?]+)/.exec(url) ?? [];
  return repository ?? /^https?:\/\/(?:www\.)?([^/#?]+)/.exec(url)?.[1] ?? 'source';
}
