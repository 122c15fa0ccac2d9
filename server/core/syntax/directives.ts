import { Blocks } from './directives/blocks.ts';
import { skipCode } from './directives/code.ts';
import { Cursor } from './directives/cursor.ts';
import type { DirectiveDialect } from './directives/dialect.ts';
import { readHeredoc } from './directives/heredoc.ts';
import { closeTag, openTag } from './directives/tag.ts';
import { readWord } from './directives/word.ts';
import { exactScalar } from './sourceScalar.ts';
import { isControl, templateEnd } from './templateWords.ts';
import { isBlank, isGap, isLineEnd } from './textCursor.ts';
import type { Scalar, Tree } from './tree.ts';

/**
 * Reads a file of directives, `name argument argument …`, into one map. A directive is an entry under its name; its
 * value is always a list: the arguments, and a map where it has a block. Repeated directives are repeated entries.
 */
export function readDirectives(text: string, dialect: DirectiveDialect): Tree {
  const c = new Cursor(text, dialect);
  c.at = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  const blocks = new Blocks(c.at);
  while (c.at < text.length) {
    if (!skipSpace(c, blocks) && !readMark(c, blocks)) readArgument(c, blocks);
  }
  endLine(c, blocks);
  return { documents: [blocks.finish(c)], comments: c.comments, errors: c.errors };
}

const BYTE_ORDER_MARK = 0xfeff;

/** Blanks, line ends, comments, and the conditions and loops of templates. */
function skipSpace(c: Cursor, blocks: Blocks): boolean {
  const { text, dialect } = c;
  const char = text[c.at];
  if (isLineEnd(char)) {
    if (dialect.ends === 'line') endLine(c, blocks);
    c.at++;
    return true;
  }
  if (isBlank(char)) {
    c.at++;
    return true;
  }
  if (char === '\\' && dialect.continued && isLineEnd(text[c.at + 1])) {
    c.at += text.startsWith('\r\n', c.at + 1) ? 3 : 2;
    return true;
  }
  if (skipComment(c, blocks)) return true;
  const template = char === '{' || char === '<' ? templateEnd(c, c.at) : -1;
  const alone = blocks.directive === undefined && isGap(text[template]);
  if (template < 0 || !(alone || isControl(c, c.at, template))) return false;
  c.at = template;
  return true;
}

function skipComment(c: Cursor, blocks: Blocks): boolean {
  const { text, dialect, at } = c;
  for (const { open, close, at: where } of dialect.comments) {
    if (!text.startsWith(open, at) || (where === 'start' && blocks.directive !== undefined)) continue;
    c.skipComment(open, close);
    return true;
  }
  return false;
}

/** What opens and closes blocks and ends directives. */
function readMark(c: Cursor, blocks: Blocks): boolean {
  const { text, dialect, at } = c;
  const char = text[at];
  if (char === ';' && dialect.ends === 'semicolon') {
    blocks.end();
    c.at++;
  } else if (char === '{' && opens(c, at) && templateEnd(c, at) < 0) {
    openBrace(c, blocks);
  } else if (char === '}' && opens(c, at)) {
    c.at++;
    blocks.end();
    if (!blocks.closeTo(c.at, block => block.kind === 'brace')) c.fail(at, at + 1, 'No block is open here');
    else if (!dialect.goesOn) blocks.end();
  } else if (char === '<' && dialect.tags && blocks.directive === undefined) {
    return closeTag(c, blocks) || openTag(c, blocks);
  } else return false;
  return true;
}

function opens({ text, dialect }: Cursor, at: number): boolean {
  return dialect.braces === 'anywhere' || (dialect.braces === 'word' && isGap(text[at + 1]));
}

function openBrace(c: Cursor, blocks: Blocks): void {
  const { at, dialect } = c;
  const name = blocks.directive?.name.text;
  c.at++;
  if (name !== undefined && dialect.code.some(suffix => name.endsWith(suffix))) {
    skipCode(c);
    blocks.end();
    return;
  }
  blocks.directive ??= { name: exactScalar(c.text, { start: at, end: at }), items: [] };
  blocks.open('brace', at);
}

function readArgument(c: Cursor, blocks: Blocks): void {
  const { text, dialect } = c;
  const { directive } = blocks;
  const heredoc = dialect.heredocs ? readHeredoc(c) : undefined;
  const word = heredoc ?? readWord(c, text.length, directive === undefined);
  if (directive) {
    directive.items.push(dialect.addresses && blocks.depth === 0 ? withoutComma(text, word) : word);
    return;
  }
  const name = dialect.addresses && blocks.depth === 0 ? withoutComma(text, word) : word;
  if (isSection(dialect, name)) blocks.closeTo(name.span.start, block => block.kind === 'section');
  blocks.end();
  blocks.directive = { name, items: [] };
  skipAssignment(c);
}

/** A section's name alone begins it; where names end with an operator, as in `server:`, that has to be there. */
function isSection(dialect: DirectiveDialect, name: Scalar): boolean {
  return dialect.sections.has(name.text);
}

function skipAssignment(c: Cursor): void {
  const { text, dialect } = c;
  if (dialect.assign.length === 0) return;
  let at = c.at;
  while (isBlank(text[at])) at++;
  const longest = dialect.assign
    .filter(operator => text.startsWith(operator, at))
    .reduce((best, operator) => (operator.length > best.length ? operator : best), '');
  if (longest !== '') c.at = at + longest.length;
}

/** The end of a line ends a directive; that of a section's first line begins what is in it. */
function endLine(c: Cursor, blocks: Blocks): void {
  const { directive } = blocks;
  if (!directive) return;
  const { dialect, text, at } = c;
  if (isSection(dialect, directive.name)) {
    blocks.open('section', at);
  } else if (dialect.addresses && blocks.depth === 0) {
    const last = directive.items.at(-1) ?? directive.name;
    if (text[last.span.end] === ',') return;
    // Without a block the first address holds the rest of the file.
    if (directive.name.text === 'import' || directive.items.at(-1)?.kind === 'map') blocks.end();
    else blocks.open('section', at);
  } else blocks.end();
}

function withoutComma(text: string, word: Scalar): Scalar {
  const { start, end } = word.span;
  if (word.style !== 'plain' || end - start < 2 || text[end - 1] !== ',') return word;
  return exactScalar(text, { start, end: end - 1 });
}
