import type { Edit } from '../facts/finding.ts';
import type { EntryPlace } from '../facts/projectFile.ts';

/** Adds an entry to an object of a JSON file. */
export function entryEdits(path: string, { comma, at, before, after }: EntryPlace, entry: string): [Edit, ...Edit[]] {
  const added = { path, span: { start: at, end: at }, newText: `${before}${entry}${after}` };
  if (comma === undefined) return [added];
  if (comma === at) return [{ ...added, newText: `,${added.newText}` }];
  return [{ path, span: { start: comma, end: comma }, newText: ',' }, added];
}
