import type { DocumentFacts } from '../facts/document.ts';
import type { Recogniser } from '../formats/recognise.ts';
import type { Snapshot } from './snapshot.ts';

/** The documents that a host has told of. The only thing in the core that changes. */
export interface Workspace {
  /**
   * Reads a document anew. Gives undefined, and forgets the document, where no format reads it. `language` is the editor's
   * language id; `format` the id of a format for a file that another one named (an `env_file` may have any name).
   */
  set(path: string, text: string, hint?: { readonly language?: string; readonly format?: string }): DocumentFacts | undefined;
  /** The file is gone, or cannot be read. */
  delete(path: string): void;
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

export declare function createWorkspace(recogniser: Recogniser): Workspace;
