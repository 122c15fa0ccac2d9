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
  /** The client shows `STATUS`. */
  readonly status?: boolean;
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

/** Client to server: one level of the port map, in the order in which it is to be shown. */
export const PORT_MAP = 'portolan/portMap';
export interface PortMapParams {
  readonly by: PortMapGrouping;
  /** The id of the node whose children are asked for; absent for the roots. */
  readonly parent?: string;
  /** What is typed to narrow the map: words that a port, file, service or use has; `@conflict` and `@problem` too. */
  readonly filter?: string;
}
export type PortMapGrouping = 'port' | 'file' | 'service';
export interface PortMapNode {
  /** The same as long as it means the same, so that a view keeps what is open. */
  readonly id: string;
  /** project: what lies and runs together, where there are several: the roots by service. */
  readonly kind: 'project' | 'port' | 'service' | 'file' | 'place';
  readonly label: string;
  readonly description: string;
  /** Plain text, several lines: what a screen reader and a tooltip tell. */
  readonly tooltip: string;
  /** The worst finding at it or below it. */
  readonly severity?: 'error' | 'warning' | 'info' | 'hint';
  /** Two things want this port. */
  readonly isContested: boolean;
  /** Where it leads to; the first place of a port, a service or a file. */
  readonly location?: PlaceInFile;
  readonly hasChildren: boolean;
  /** The number whose page it has, or the first of a range. */
  readonly port?: number;
}
/** Lines and characters 0-based, as in LSP and in the client's position encoding; the end is not part of it. */
export interface PlaceInFile {
  readonly uri: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}
export interface PortMapResult {
  readonly nodes: readonly PortMapNode[];
  /** Ports with and without the filter. */
  readonly shown: number;
  readonly all: number;
}

/** Client to server: the whole map as a text to paste. */
export const PORT_MAP_TEXT = 'portolan/portMapText';
export interface PortMapTextParams {
  readonly format: 'text' | 'markdown' | 'mermaid' | 'json';
}
export interface PortMapTextResult {
  readonly text: string;
}

/** Server to client: an answer to `PORT_MAP` may have changed. Sent to clients that have asked for one, some time after the change. */
export const PORT_MAP_CHANGED = 'portolan/portMapChanged';

/** Client to server: free ports of the project. */
export const FREE_PORTS = 'portolan/freePorts';
export interface FreePortsParams {
  /** From this one on; absent: where the project has its ports. */
  readonly near?: number;
  readonly count: number;
}
export interface FreePortsResult {
  readonly ports: readonly number[];
  /** What else was made sure of: `not listened on now`; empty where the machine cannot be asked. */
  readonly checked: readonly string[];
}

/** Client to server: what listens on the machine now. A server without a machine does not answer it. */
export const LISTENING = 'portolan/listening';
export interface ListeningResult {
  readonly listeners: readonly Listener[];
  /** What could not be learnt, for people: `the processes of other users are not shown`. */
  readonly notes: readonly string[];
}
export interface Listener {
  readonly port: number;
  readonly protocol: 'tcp' | 'udp';
  /** As it is bound: `127.0.0.1`, `::`. All addresses of one port, transport and process. */
  readonly addresses: readonly string[];
  readonly process?: { readonly name: string; readonly pid: number };
  /** Who most likely uses the number: `PostgreSQL`. */
  readonly knownAs?: string;
  /** The places of the workspace that take the number on this machine: `web publishes it`. */
  readonly places: readonly { readonly says: string; readonly location: PlaceInFile }[];
}

/** Server to client: what the server is at. */
export const STATUS = 'portolan/status';
export interface StatusParams {
  readonly state: 'reading' | 'ready';
  /** Files read so far; when ready, those that hold ports. */
  readonly files: number;
  /** Reading was stopped before its end. */
  readonly isPartial: boolean;
}

/** Client to server: what is still to be read of the workspace is left; what was read stays. */
export const STOP_READING = 'portolan/stopReading';

/** Client to server: the whole workspace is to be read after all. */
export const READ_ON = 'portolan/readOn';
