import type { DocumentFacts } from '../facts/document.ts';
import { readDocument } from '../formats/read.ts';
import { FORMATS } from '../formats/recognise.ts';

/** What a document would say after an edit. The project's own words may be left out where they do not matter: they only add. */
export function reread(
  { path, format: id }: DocumentFacts,
  text: string,
  words?: ReadonlySet<string>,
): DocumentFacts | undefined {
  const format = FORMATS.find(known => known.id === id);
  return format && readDocument({ path, text, ...(words && { words }) }, format);
}
