/** What the editor is asked for beyond LSP, and what it may ask. The one file of the server that the client knows. */

/** Sent with `initialize`. */
export interface InitializationOptions {
  /** The system that the extension host runs on, for the command that shows listeners; absent in the web. */
  readonly system?: 'linux' | 'macos' | 'windows';
  /** The client runs `command:portolan.openPortPage` links in hovers. */
  readonly commandLinks?: boolean;
  /** The text of the registry, for a server without a disk. */
  readonly registry?: string;
  /** The client answers `READ_FILE` and `FIND_FILES`: there may be no disk to read from. */
  readonly clientFiles?: boolean;
}

/** Server to client: the text of a file; null where it is gone, binary or too big. */
export const READ_FILE = 'portolan/readFile';
export interface ReadFileParams {
  readonly uri: string;
  /** In bytes: a larger file is too big. */
  readonly largest: number;
}
export type ReadFileResult = string | null;

/** Server to client: the files of one workspace folder that match any of the globs, as URIs. */
export const FIND_FILES = 'portolan/findFiles';
export interface FindFilesParams {
  /** URI of the workspace folder. */
  readonly folder: string;
  /** Relative to the folder, VS Code's and LSP's form: `**\/compose*.yaml`. */
  readonly globs: readonly string[];
  /** Names of folders that are never entered. */
  readonly skipped: readonly string[];
}
export type FindFilesResult = readonly string[];

/** Client to server: the page of a port, as Markdown. */
export const PORT_PAGE = 'portolan/portPage';
export interface PortPageParams {
  readonly port: number;
}
export interface PortPageResult {
  readonly markdown: string;
}

/** The command of the page link in hovers; its one argument is the port. */
export const OPEN_PORT_PAGE = 'portolan.openPortPage';

/** Client to server: what a text as one types it means, best first: numbers, service names, software, purposes. */
export const SEARCH = 'portolan/search';
export interface SearchParams {
  readonly text: string;
  /** At most this many. */
  readonly limit: number;
}
export interface SearchMatch {
  /** The number, or the first of a range. */
  readonly port: number;
  /** `5432`, `6881-6891`. */
  readonly ports: string;
  /** `tcp`, or several joined by `+`. */
  readonly protocols: string;
  readonly name: string;
  /** What IANA registered it for, or what software uses it for. */
  readonly detail: string;
  readonly isRegistration: boolean;
}
export type SearchResult = readonly SearchMatch[];
