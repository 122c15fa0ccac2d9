import type { KeyValueDialect } from './keyValue/dialects.ts';
import { lineEnd, nextLine, skipBlanks } from './keyValue/lines.ts';
import { readEntry } from './keyValue/readEntry.ts';
import { commentLine, type Reading } from './keyValue/reading.ts';
import { readSection } from './keyValue/readSection.ts';
import type { MapEntry, MapNode, Scalar, Tree } from './tree.ts';

/**
 * Reads `key = value` lines, with or without `[sections]`, each of which is an entry with a map. Names that come again
 * are entries again. A document without entries is left out.
 */
export function readKeyValue(text: string, dialect: KeyValueDialect): Tree {
  const reading: Reading = { text, dialect, comments: [], errors: [] };
  const documents: MapNode[] = [];
  let root: MapEntry[] = [];
  let section: Scalar | undefined;
  let entries = root;
  const close = (): void => {
    if (section) root.push({ key: section, value: mapOf(entries, section.span.end), merged: false });
    section = undefined;
  };
  const closeDocument = (): void => {
    close();
    if (root.length > 0) documents.push(mapOf(root, 0));
    root = entries = [];
  };
  let at = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  while (at < text.length) {
    let end = lineEnd(text, at);
    const start = skipBlanks(text, at, end);
    if (start < end && commentLine(reading, start)) {
      reading.comments.push({ span: { start, end }, alone: true });
      if (dialect.manyDocuments && start === at && text.slice(at + 1, end).trimEnd() === '---') closeDocument();
    } else if (start < end && text[start] === '[' && dialect.sections) {
      close();
      section = readSection(reading, { start, end });
      entries = [];
    } else if (start < end) {
      const read = readEntry(reading, at, { start, end });
      entries.push(read.entry);
      end = read.end;
    }
    at = nextLine(text, end);
  }
  closeDocument();
  // The comment behind a value is found after those between its lines.
  reading.comments.sort((a, b) => a.span.start - b.span.start);
  return { documents, comments: reading.comments, errors: reading.errors };
}

const BYTE_ORDER_MARK = 0xfeff;

/** A map of the entries; `place` is where an empty one stands. */
function mapOf(entries: readonly MapEntry[], place: number): MapNode {
  const last = entries.at(-1);
  const start = entries[0]?.key.span.start ?? place;
  const end = last ? Math.max(last.key.span.end, last.value?.span.end ?? 0) : place;
  return { kind: 'map', span: { start, end }, flow: false, entries };
}
