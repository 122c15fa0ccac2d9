import { DASH, HASH, isBlank, PERCENT } from '../characters.ts';
import type { Node, Tree } from '../tree.ts';
import { AFTER_KEY, AT_ROOT, blockNode, type Place } from './block.ts';
import { YamlList, YamlMap, type YamlNode } from './collections.ts';
import { Cursor, fail, lineEnd, skipRest, toContent } from './cursor.ts';

/**
 * Reads all documents of a YAML text; those without content are left out. Scalars keep the text as it is written: what
 * is a number is for the reader of a format to say. https://yaml.org/spec/1.2.2/
 */
export function readYaml(text: string): Tree {
  const c = new Cursor(text);
  const documents: Node[] = [];
  if (text.charCodeAt(0) === BYTE_ORDER_MARK) c.at = c.lineStart = 1;
  let directives = true;
  for (;;) {
    toContent(c);
    if (c.at >= c.length) break;
    if (c.column < 0) {
      directives = text.charCodeAt(c.at) !== DASH;
      c.at += 3;
      c.last = c.at;
      if (directives) endOfDocument(c);
      else readDocument(c, documents, AFTER_KEY);
    } else if (directives && c.column === 0 && text.charCodeAt(c.at) === PERCENT) {
      skipDirective(c);
    } else {
      readDocument(c, documents, AT_ROOT);
    }
  }
  return { documents, comments: c.comments, errors: c.errors };
}

const BYTE_ORDER_MARK = 0xfeff;

function readDocument(c: Cursor, documents: Node[], place: Place): void {
  c.anchors = undefined;
  let root = blockNode(c, -1, place);
  // What follows the root by mistake is kept where it can be: the next line may only be indented less.
  while (c.column >= 0) {
    fail(c, c.at, c.at + 1, 'This stands outside of the document');
    root = joined(root, blockNode(c, -1, AT_ROOT));
  }
  if (root !== undefined) documents.push(root);
}

function joined(first: YamlNode | undefined, second: YamlNode | undefined): YamlNode | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  const { start } = first.span;
  const { end } = second.span;
  // Into the first one's own array, as there may be thousands of them.
  if (first instanceof YamlMap && second instanceof YamlMap && !first.flow) {
    for (const entry of second.entries) first.entries.push(entry);
    return new YamlMap(start, end, false, first.entries);
  }
  if (first instanceof YamlList && second instanceof YamlList && !first.flow) {
    for (const item of second.items) first.items.push(item);
    return new YamlList(start, end, false, first.items);
  }
  return second.kind !== 'scalar' && (first.kind === 'scalar' || first.flow) ? second : first;
}

function endOfDocument(c: Cursor): void {
  const { at } = c;
  if (!toContent(c) && c.at < c.length) skipRest(c, at, 'Only a comment may follow the end of a document');
}

/** `%YAML 1.2` and its like say nothing that we need. */
function skipDirective(c: Cursor): void {
  const stop = lineEnd(c, c.at);
  while (c.at < stop && !(c.text.charCodeAt(c.at) === HASH && isBlank(c.text.charCodeAt(c.at - 1)))) c.at++;
}
