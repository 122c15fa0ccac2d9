import type { PortRange } from '../../../registry/port.ts';
import type { DocumentFacts } from '../facts/document.ts';
import type { PortRole } from '../ports/occurrence.ts';
import { indexByPort } from '../ports/portIndex.ts';
import { writtenRange } from '../ports/value.ts';
import { grouped } from '../text/grouped.ts';
import { once } from '../text/once.ts';
import { onceEach } from '../text/onceEach.ts';
import { dirname } from '../text/path.ts';
import { type Sighting, withRole } from './documents.ts';

/** The documents of some moment with what finds them: made once for many snapshots, as an edit changes few of them. */
export interface Ground {
  readonly documents: ReadonlyMap<string, DocumentFacts>;
  /** Undefined for a document that is none of them. */
  orderOf(path: string): number | undefined;
  inFolder(folder: string): readonly DocumentFacts[];
  at(range: PortRange): readonly Sighting[];
  withRole(role: PortRole): readonly Sighting[];
}

export function createGround(documents: ReadonlyMap<string, DocumentFacts>): Ground {
  const byFolder = once(() => grouped(documents.values(), ({ path }) => dirname(path)));
  const order = once(() => new Map([...documents.keys()].map((path, index) => [path, index])));
  const byPort = indexByPort(
    () => numbered(documents.values()),
    ({ range }) => range,
  );
  return {
    documents,
    orderOf: path => order().get(path),
    inFolder: folder => byFolder().get(folder) ?? [],
    at: range =>
      [...new Set(byPort.at(range).map(({ facts }) => facts))]
        .sort((a, b) => (order().get(a.path) ?? 0) - (order().get(b.path) ?? 0))
        .flatMap(({ path, byPort: own }) => own.at(range).map(occurrence => ({ path, occurrence }))),
    withRole: onceEach(role => [...documents.values()].flatMap(facts => withRole(facts, role))),
  };
}

/** Which numbers stand in which documents, each number of a document once. */
function* numbered(
  documents: Iterable<DocumentFacts>,
): Iterable<{ readonly facts: DocumentFacts; readonly range: PortRange }> {
  for (const facts of documents) {
    const seen = new Set<number>();
    for (const { value } of facts.occurrences) {
      const range = writtenRange(value);
      if (!range || (range.first === range.last && seen.has(range.first))) continue;
      if (range.first === range.last) seen.add(range.first);
      yield { facts, range };
    }
  }
}
