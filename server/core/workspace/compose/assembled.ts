import type { DocumentFacts } from '../../facts/document.ts';
import type { Documents } from '../documents.ts';
import { type Before, kept } from '../kept.ts';
import { listingOf, type ProjectFiles, projectFiles } from './composeFiles.ts';
import { assemble, type ComposeProject } from './composeProject.ts';

/** A project with all that it was made of. One that no change touched is the same object in the next moment. */
export interface Assembled {
  /** Undefined where the files make none. */
  readonly project: ComposeProject | undefined;
  /** What is known of every document that was asked for. */
  readonly inputs: ReadonlyMap<string, DocumentFacts | undefined>;
}

interface State {
  readonly lists: readonly ProjectFiles[];
  readonly all: readonly Assembled[];
  /** Which of them a document may change, by its path. Only ever added to. */
  readonly readers: Map<string, Set<number>>;
}

export function keptProjects(): (documents: Documents) => readonly Assembled[] {
  const listsOf = kept(lists);
  const stateOf = kept<State>((documents, before) => {
    const now = listsOf(documents);
    const isSame = before?.value.lists === now;
    const readers = isSame ? before.value.readers : new Map<string, Set<number>>();
    const known = isSame ? before.value.all : sorted(now, before?.value);
    const open = isSame ? touched(before) : undefined;
    const all = now.map((files, place) => {
      const last = known[place];
      if (last && open?.has(place) === false) return last;
      const next = last && isFresh(last, documents) ? last : assembled(files, documents);
      for (const path of next.inputs.keys()) readers.set(path, (readers.get(path) ?? new Set()).add(place));
      return next;
    });
    return { lists: now, all, readers };
  });
  return documents => stateOf(documents).all;
}

function lists(documents: Documents, before: Before<readonly ProjectFiles[]> | undefined): readonly ProjectFiles[] {
  const isSame = before?.changed.every(
    path => listingOf(before.documents.get(path)) === listingOf(documents.get(path)),
  );
  return before && isSame ? before.value : projectFiles(documents.all(), documents.get);
}

/** What is known of the same lists at other places. */
function sorted(now: readonly ProjectFiles[], before: State | undefined): readonly (Assembled | undefined)[] {
  const known = new Map(before?.lists.map((files, place) => [JSON.stringify(files), before.all[place]]));
  return now.map(files => known.get(JSON.stringify(files)));
}

function touched({ value: { readers }, changed }: Before<State>): ReadonlySet<number> {
  return new Set(changed.flatMap(path => [...(readers.get(path) ?? [])]));
}

function isFresh({ inputs }: Assembled, { get }: Documents): boolean {
  for (const [path, facts] of inputs) if (get(path) !== facts) return false;
  return true;
}

function assembled(files: ProjectFiles, { get }: Documents): Assembled {
  const inputs = new Map<string, DocumentFacts | undefined>();
  const factsOf = (path: string): DocumentFacts | undefined => {
    const facts = get(path);
    inputs.set(path, facts);
    return facts;
  };
  const project = assemble(files, factsOf);
  // What is copied into an image counts too.
  for (const { dockerfiles } of project?.services ?? []) for (const path of dockerfiles) factsOf(path);
  return { project, inputs };
}
