import { UNPRINTABLE } from '../text/unprintable.ts';

/** Text from files and tables as Markdown that shows it and does nothing else. */
export function escapeMarkdown(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]()#+!|<>~&$]/g, character => `\\${character}`);
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
  return `[${text}](${target.replace(/[()\s<>\\]/g, character => encodeURIComponent(character).replace('(', '%28').replace(')', '%29'))})`;
}

/** Markdown made by this module as plain text, for clients and terminals that show none. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/ {2}\n/g, '\n')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(?<!\\)\*\*/g, '')
    .replace(/(?<!\\)(`+)( ?)(.+?)\2\1(?!`)/g, '$3')
    .replace(/\\([\\`*_{}[\]()#+!|<>~&$])/g, '$1');
}

/** Control characters from a file could drive a terminal or hide text. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, character => (character === '\n' || character === '\t' ? ' ' : '\uFFFD'));
}
