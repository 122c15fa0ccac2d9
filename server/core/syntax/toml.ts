import { CLOSE_LIST, HASH, isBlank, LESS, OPEN_LIST, OPEN_MAP } from './characters.ts';
import { atLineEnd, fail, lineEnd, skipBlanks, TomlCursor, toContent } from './toml/tomlCursor.ts';
import { readEntry } from './toml/tomlEntry.ts';
import { readKey } from './toml/tomlKey.ts';
import { addTable, grow, openTable, type Place, TomlMap } from './toml/tomlTables.ts';
import type { Tree } from './tree.ts';

/**
 * Reads TOML, with template expressions as values. Tables are maps, `[[name]]` gives a list of maps, a dotted key gives
 * maps in maps, as they would stand in JSON; numbers and dates keep the text as it is written. A line that is wrong
 * spoils no other. https://toml.io/en/v1.0.0
 */
export function readToml(text: string): Tree {
  const c = new TomlCursor(text);
  toContent(c);
  const root = new TomlMap(c.at, c.at, false, 0);
  let place: Place = { map: root, around: [root] };
  for (; c.at < c.length; toContent(c)) {
    if (text.charCodeAt(c.at) === OPEN_LIST) {
      grow(c, place);
      place = readHeader(c, root);
    } else if (skipTemplate(c)) {
      continue;
    } else {
      readEntry(c, place.map, false);
    }
    endLine(c);
  }
  grow(c, place);
  return { documents: root.entries.length > 0 ? [root] : [], comments: c.comments, errors: c.errors };
}

function readHeader(c: TomlCursor, root: TomlMap): Place {
  const { text } = c;
  const start = c.at;
  const twice = text.charCodeAt(start + 1) === OPEN_LIST;
  c.last = c.at = start + (twice ? 2 : 1);
  const keys = readKey(c);
  skipBlanks(c);
  for (let open = twice ? 2 : 1; open > 0; open--) {
    if (text.charCodeAt(c.at) === CLOSE_LIST) c.last = ++c.at;
    else fail(c, start, c.last, 'This bracket is not closed');
  }
  const place = twice ? addTable(c, root, keys, start) : openTable(c, root, keys, start);
  grow(c, place);
  return place;
}

/** `{{ if .x }}` and its like on a line of their own say nothing that we need. */
function skipTemplate(c: TomlCursor): boolean {
  const { text } = c;
  const code = text.charCodeAt(c.at);
  if (code !== OPEN_MAP && code !== LESS) return false;
  const statement = c.templates.statementEnd(c.at);
  if (statement >= 0) {
    c.at = statement;
    return true;
  }
  const start = c.at;
  c.at = Math.max(c.templates.end(start), start);
  if (c.at === start) return false;
  skipBlanks(c);
  if (atLineEnd(c)) return true;
  c.at = start;
  return false;
}

/** Gives the rest of the line up as wrong, but for a comment at its end. */
function endLine(c: TomlCursor): void {
  if (c.cut === c.at) return;
  skipBlanks(c);
  if (atLineEnd(c)) return;
  const { text } = c;
  const start = c.at;
  const stop = lineEnd(text, start);
  if (c.templates.statementEnd(start) >= 0) {
    c.at = stop;
    return;
  }
  let end = start;
  while (end < stop && !(text.charCodeAt(end) === HASH && isBlank(text.charCodeAt(end - 1)))) end++;
  c.at = end;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  fail(c, start, end, 'Only a comment may follow on this line');
}
