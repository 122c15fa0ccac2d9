import type { PortRange } from '../../../registry/port.ts';
import type { DocumentFacts } from '../facts/document.ts';
import type { PortOccurrence, PortRole } from '../ports/occurrence.ts';
import { grouped } from '../text/grouped.ts';
import { once } from '../text/once.ts';
import { dirname } from '../text/path.ts';
import type { Ground } from './ground.ts';

/** All documents of a moment: a ground that is costly to look through, and the few changes since then. */
export interface Documents {
  readonly ground: Ground;
  /** By path; undefined for a document that is gone. */
  readonly changes: ReadonlyMap<string, DocumentFacts | undefined>;
  get(path: string): DocumentFacts | undefined;
  /** In the order in which they were told of. */
  all(): Iterable<DocumentFacts>;
  /** Those that lie in the folder itself. */
  inFolder(folder: string): readonly DocumentFacts[];
  /** Every place whose written numbers overlap the range. */
  at(range: PortRange): readonly Sighting[];
  withRole(role: PortRole): readonly Sighting[];
}

export interface Sighting {
  readonly path: string;
  readonly occurrence: PortOccurrence;
}

export function createDocuments(ground: Ground, changes: ReadonlyMap<string, DocumentFacts | undefined>): Documents {
  const laid = [...changes.values()].filter(facts => facts !== undefined);
  const laidByFolder = once(() => grouped(laid, ({ path }) => dirname(path)));
  const orderOfLaid = once(() => new Map(laid.map(({ path }, order) => [path, order])));
  const orderOf = (path: string): number =>
    ground.orderOf(path) ?? ground.documents.size + (orderOfLaid().get(path) ?? 0);
  const merge = <T extends { readonly path: string }>(below: readonly T[], above: readonly T[]): readonly T[] => {
    const left =
      changes.size > 0 && below.some(({ path }) => changes.has(path))
        ? below.filter(({ path }) => !changes.has(path))
        : below;
    return above.length === 0 ? left : [...left, ...above].sort((a, b) => orderOf(a.path) - orderOf(b.path));
  };
  return {
    ground,
    changes,
    get: path => changes.get(path) ?? (changes.has(path) ? undefined : ground.documents.get(path)),
    *all() {
      for (const facts of ground.documents.values()) {
        const now = changes.has(facts.path) ? changes.get(facts.path) : facts;
        if (now) yield now;
      }
      for (const facts of laid) if (!ground.documents.has(facts.path)) yield facts;
    },
    inFolder: folder => merge(ground.inFolder(folder), laidByFolder().get(folder) ?? []),
    at: range =>
      merge(
        ground.at(range),
        laid.flatMap(({ path, byPort }) => byPort.at(range).map(occurrence => ({ path, occurrence }))),
      ),
    withRole: role =>
      merge(
        ground.withRole(role),
        laid.flatMap(facts => withRole(facts, role)),
      ),
  };
}

/** The same with one document read otherwise. */
export function withDocument({ ground, changes }: Documents, facts: DocumentFacts): Documents {
  return createDocuments(ground, new Map([...changes, [facts.path, facts]]));
}

export function withRole({ path, occurrences }: DocumentFacts, role: PortRole): readonly Sighting[] {
  return occurrences.flatMap(occurrence => (occurrence.role === role ? [{ path, occurrence }] : []));
}

/** The paths of which two moments know different things. */
export function differences(a: Documents, b: Documents): readonly string[] {
  const paths =
    a.ground === b.ground
      ? [...a.changes.keys(), ...b.changes.keys()]
      : [...a.all(), ...b.all()].map(({ path }) => path);
  return [...new Set(paths)].filter(path => a.get(path) !== b.get(path));
}
