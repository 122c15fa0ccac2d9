import { CLOSE_LIST, CLOSE_MAP, COLON, COMMA } from './characters.ts';
import { JsonCursor, toContent } from './json/jsonCursor.ts';
import { readFragment } from './json/jsonMap.ts';
import { isKey, stray } from './json/jsonMarks.ts';
import { readValue } from './json/jsonValue.ts';
import type { Node, Tree } from './tree.ts';

/**
 * Reads JSON, with comments and trailing commas (JSONC), with JSON5's names and quotes, with template expressions as
 * values, and several documents in a row (JSON Lines). Scalars keep the text as it is written.
 * https://www.rfc-editor.org/rfc/rfc8259 https://spec.json5.org/ https://jsonlines.org/
 */
export function readJson(text: string): Tree {
  const c = new JsonCursor(text);
  const documents: Node[] = [];
  for (;;) {
    toContent(c);
    if (c.at >= c.length) break;
    const code = text.charCodeAt(c.at);
    if (code === COMMA || code === CLOSE_LIST || code === CLOSE_MAP || code === COLON) stray(c);
    else documents.push(readDocument(c));
  }
  return { documents, comments: c.comments, errors: c.errors };
}

function readDocument(c: JsonCursor): Node {
  const start = c.at;
  const node = readValue(c);
  if (node.kind !== 'scalar' || !isKey(c)) return node;
  c.pending = node;
  return readFragment(c, start);
}
