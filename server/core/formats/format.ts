import type { DocumentFacts } from '../facts/document.ts';
import type { Comment } from '../syntax/tree.ts';
import type { Mapped } from '../text/mapped.ts';

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
  /** Files whose names stand in `files` without a wildcard are of this format, whatever else seems to say. */
  readonly isNameSure?: boolean;
  /** Files of such names are none of this format, whatever `files` says: `Dockerfile.md`. */
  readonly except?: readonly string[];
  /** Language ids by which an editor says that a document is of this format. */
  readonly languages: readonly string[];
  /** For files of other names: a glob for the name, and a cheap look at the text. */
  readonly content?: {
    readonly files: readonly string[];
    /** The look tells more than the file's name does: a Kubernetes manifest may be called `prometheus.yml`. */
    readonly isSure?: boolean;
    test(text: string): boolean;
  };
  /** How a comment begins, where it is not `#`, and the text does not show it: `//`, `;`, `--`. */
  readonly comment?: string;
  /** Only where nothing else tells: the format knows the syntax of the file, and nothing of its meaning. */
  readonly isGeneral?: boolean;
  /** For people, in `docs/formats.md`: where ports are found, and as what. */
  readonly reads: readonly { readonly where: string; readonly what: string }[];
  /** For people: places with ports that are not read, and why. */
  readonly leavesOut?: readonly string[];
  read(source: Source): FormatFacts;
}

/** A text with the path by which it was recognised. */
export interface Source {
  readonly path: string;
  readonly text: string;
  /** The project's own words for a port, which count in the names of settings. */
  readonly words: ReadonlySet<string>;
  /** Reads a text inside of this one, as a file of the given path. */
  embed(path: string, text: Mapped): Embedded;
}

/** What a text inside another one holds, with the places that it has in the outer one. */
export type Embedded = Pick<DocumentFacts, 'occurrences' | 'faults'>;

/** What a format finds in a text; `formats/read.ts` adds what is the same for all. */
export type FormatFacts = Partial<
  Pick<
    DocumentFacts,
    | 'occurrences'
    | 'variables'
    | 'variableAt'
    | 'variableSources'
    | 'faults'
    | 'references'
    | 'compose'
    | 'stages'
    | 'serverBlocks'
    | 'firewallRules'
    | 'projectFile'
    | 'kubernetes'
    | 'startedContainers'
    | 'syntaxErrors'
  >
> & {
  /** For suppressions; in the order of their places. */
  readonly comments: readonly Comment[];
  /** Offset of the first thing that is neither comment nor preamble: suppressions before it may hold for the file. */
  readonly contentStart: number;
};

/** Checks the type of a format where it is written. */
export function defineFormat(format: Format): Format {
  return format;
}
