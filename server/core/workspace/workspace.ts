import type { DocumentFacts } from '../facts/document.ts';
import { readDocument } from '../formats/read.ts';
import { FORMATS, type Recogniser } from '../formats/recognise.ts';
import { createDocuments } from './documents.ts';
import { createGround, type Ground } from './ground.ts';
import { type ProjectRoot, projectRootOf } from './projectSettings.ts';
import { createMemory, createSnapshot, type Snapshot } from './snapshot.ts';

/** The documents that a host has told of. The only thing in the core that changes. */
export interface Workspace {
  /**
   * Reads a document anew. Gives undefined, and forgets the document, where no format reads it. `language` is the editor's
   * language id; `format` the id of a format for a file that another one named (an `env_file` may have any name).
   */
  set(
    path: string,
    text: string,
    hint?: { readonly language?: string; readonly format?: string },
  ): DocumentFacts | undefined;
  /** The file is gone, or cannot be read. */
  delete(path: string): void;
  /**
   * The folders that the user opened, or the paths that were asked for. `projects`, where they are not the same: the
   * folders that a project file may hold for, with its path.
   */
  setRoots(paths: readonly string[], projects?: readonly ProjectRoot[]): void;
  /**
   * Files that known documents depend on and that nobody has set or deleted yet: `.env` beside a compose file, the other
   * file of an `extends`. A host reads them, and asks again until there are none.
   */
  wanted(): readonly Wanted[];
  /** Immutable; the same object until the next change. */
  snapshot(): Snapshot;
}

export interface Wanted {
  readonly path: string;
  readonly format: string;
}

export function createWorkspace(recogniser: Recogniser): Workspace {
  const documents = new Map<string, DocumentFacts>();
  const settled = new Set<string>();
  const memory = createMemory();
  // Since the ground was made.
  const changes = new Map<string, DocumentFacts | undefined>();
  let ground: Ground | undefined;
  let roots: readonly string[] = [];
  let projectRoots: readonly ProjectRoot[] = [];
  let revision = 0;
  let current: Snapshot | undefined;
  const changed = (): void => {
    revision++;
    current = undefined;
  };
  // Those that may depend on what nobody has set or deleted yet.
  const asking = new Set<string>();
  const unsettle = (path: string): void => {
    if (settled.delete(path)) for (const asker of documents.keys()) asking.add(asker);
  };
  const wantedBy = (facts: DocumentFacts | undefined): readonly Wanted[] =>
    (facts?.references ?? []).flatMap(({ path, kind }) => {
      // What a glob finds are known documents, or none.
      const isKnown = settled.has(path) || (kind === 'part' && path.includes('*'));
      return isKnown ? [] : [{ path, format: kind === 'part' ? (facts?.format ?? '') : FORMAT_OF[kind] }];
    });
  const put = (path: string, facts: DocumentFacts | undefined): void => {
    if (facts) documents.set(path, facts);
    else if (!documents.delete(path)) return;
    changes.set(path, facts);
    asking.add(path);
    changed();
  };
  const look = (): Snapshot => {
    if (!ground || changes.size > MOST_CHANGES) {
      ground = createGround(new Map(documents));
      changes.clear();
    }
    return createSnapshot(revision, createDocuments(ground, new Map(changes)), roots, memory, projectRoots);
  };
  return {
    set(path, text, hint = {}) {
      const isProjectFile = projectRoots.some(({ file }) => file === path);
      const told = isProjectFile ? PROJECT_FORMAT : recogniser.recognise(path, text, hint.language);
      const isSure = told !== undefined && told.isGeneral !== true;
      const format = isSure ? told : (FORMATS.find(({ id }) => id === hint.format) ?? told);
      // A text that nothing tells from others may yet be named by another file, which then says what it is.
      if (isSure || hint.format !== undefined) settled.add(path);
      else unsettle(path);
      if (!format) {
        put(path, undefined);
        return undefined;
      }
      const known = documents.get(path);
      if (known?.text === text && known.format === format.id) return known;
      const facts = readDocument({ path, text, words: recogniser.words(path) }, format);
      put(path, facts);
      return facts;
    },
    delete(path) {
      settled.add(path);
      put(path, undefined);
    },
    setRoots(paths, projects = paths.map(projectRootOf)) {
      roots = paths;
      projectRoots = projects;
      changed();
    },
    wanted() {
      const missing = new Map<string, Wanted>();
      for (const { file } of projectRoots)
        if (!settled.has(file)) missing.set(file, { path: file, format: 'portolan' });
      for (const asker of asking) {
        const wanted = wantedBy(documents.get(asker));
        if (wanted.length === 0) asking.delete(asker);
        for (const each of wanted) missing.set(each.path, each);
      }
      return [...missing.values()];
    },
    snapshot: () => (current ??= look()),
  };
}

/** With more, looking at them costs more than a new ground. */
const MOST_CHANGES = 64;

/** A project file may have any name where it is named on the command line. */
const PROJECT_FORMAT = FORMATS.find(({ id }) => id === 'portolan');

const FORMAT_OF = {
  environment: 'dotenv',
  env_file: 'dotenv',
  include: 'compose',
  extends: 'compose',
  dockerfile: 'dockerfile',
} as const;
