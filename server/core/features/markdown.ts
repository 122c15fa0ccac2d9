import { UNPRINTABLE } from '../text/unprintable.ts';

/**
 * Text from files and tables as Markdown that shows it and does nothing else: no emphasis, link, HTML, entity or formula.
 * What means something at the start of a line only is left alone, so something else must stand there.
 */
export function escapeMarkdown(text: string): string {
  // Neither does a bare address become a link.
  return escapeLinkText(text).replace(ADDRESS, (_, colon, name) => (colon ? '\\:' : `${name}\\.`));
}

const ADDRESS = /(:)(?=\/\/)|\b(www)\./gi;

/** The same for the text of a link, in which no other link can begin. */
export function escapeLinkText(text: string): string {
  if (PLAIN.test(text)) return text;
  return printable(text)
    .replace(/[\\`*[\]<~$|]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '\\&');
}

/** Nothing in it means anything, as in most texts. */
const PLAIN = /^[A-Za-z0-9 !"#%'()+,./:;=>?@{}^-]*$/;

/** `text`, which is Markdown, made safe where a line begins: no heading, list, quote or rule. */
export function lineStart(text: string): string {
  return /^[A-Za-z*[`]/.test(text) ? text : text.replace(/^([#>+=-])/, '\\$1').replace(/^(\d+)([.)])/, '$1\\$2');
}

/** A code span that holds any text, backticks too. */
export function code(text: string): string {
  const shown = printable(text);
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map(run => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** A link whose target cannot break out of its brackets. Undefined targets give the bare text. */
export function link(text: string, target: string | undefined): string {
  if (target === undefined) return text;
  return `[${text}](${target.replace(/[()\s<>\\`]/g, character => encodeURIComponent(character).replace('(', '%28').replace(')', '%29'))})`;
}

/** Markdown made by this module as plain text, for clients and terminals that show none. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/ {2}\n/g, '\n')
    .replace(/\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, '$1')
    .replace(/(?<!\\)\*\*/g, '')
    .replace(/(?<!\\)(`+)( ?)(.+?)\2\1(?!`)/g, '$3')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** Control characters from a file could drive a terminal or hide text. */
export function printable(text: string): string {
  return ASCII.test(text)
    ? text
    : text.replace(UNPRINTABLE, character => (character === '\n' || character === '\t' ? ' ' : '\uFFFD'));
}

const ASCII = /^[ -~]*$/;
