import type { DocumentFacts } from '../facts/document.ts';
import type { Comment } from '../syntax/tree.ts';

/**
 * A kind of file that holds ports: how to tell it, and how to read it. Adding one is a file with `defineFormat`, a
 * fixture, and a line in `index.ts`.
 */
export interface Format {
  /** Lower case with hyphens; equal to the file's name. Users write it in settings. */
  readonly id: string;
  readonly title: string;
  /** The upstream page that defines where its ports stand. */
  readonly documentation: string;
  /** Globs: without a slash for the file's name in any folder, with one for the end of its path. */
  readonly files: readonly string[];
  /** Files of such names are none of this format, whatever `files` says: `Dockerfile.md`. */
  readonly except?: readonly string[];
  /** Language ids by which an editor says that a document is of this format. */
  readonly languages: readonly string[];
  /** For files of other names: a glob for the name, and a cheap look at the text. */
  readonly content?: { readonly files: readonly string[]; test(text: string): boolean };
  read(source: Source): FormatFacts;
}

export interface Source {
  readonly path: string;
  readonly text: string;
}

/** What a format finds in a text; `formats/read.ts` adds what is the same for all. */
export type FormatFacts = Partial<
  Pick<
    DocumentFacts,
    'occurrences' | 'variables' | 'variableAt' | 'faults' | 'references' | 'compose' | 'stages' | 'syntaxErrors'
  >
> & {
  /** For suppressions; in the order of their places. */
  readonly comments: readonly Comment[];
  /** Offset of the first thing that is neither comment nor preamble: suppressions before it may hold for the file. */
  readonly contentStart: number;
};

export function defineFormat(format: Format): Format {
  return format;
}
