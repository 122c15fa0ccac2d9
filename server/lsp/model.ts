import {
  createWorkspace,
  isInside,
  type Recogniser,
  type Snapshot,
  type Wanted,
  type Workspace,
} from '../core/analysis.ts';
import type { OpenDocument } from './documents.ts';
import { type Folder, folderAround, uriIn } from './folders.ts';
import { pathOf, schemeOf } from './uris.ts';

/** What a request looks at from its start to its end. */
export interface View {
  readonly snapshot: Snapshot;
  readonly path: string;
  readonly document: OpenDocument | undefined;
  /** False for a look at a file that lives elsewhere, as the old side of a comparison (`git:`) is: never any findings. */
  readonly checked: boolean;
}

/** The texts that the server knows: what the editor has open goes before what the disk holds. */
export interface Model {
  view(uri: string): View;
  snapshot(): Snapshot;
  /** Equal while nothing that was read has changed. */
  stamp(): string;
  folders(): readonly Folder[];
  /** What lay in a folder that is gone is forgotten; new folders are still to be read. */
  setFolders(folders: readonly Folder[]): void;
  /** Reads the known texts anew; files that had no format may have one now, so the folders are to be read again. */
  setRecogniser(recogniser: Recogniser): void;
  recogniser(): Recogniser;

  open(document: OpenDocument): void;
  /** True where the file should now be read from where it is stored. */
  close(uri: string): boolean;
  document(uri: string): OpenDocument | undefined;
  openAt(path: string): OpenDocument | undefined;
  opened(): readonly OpenDocument[];

  /** A stored file; undefined where it is gone. A listed file is one whose findings may be shown while it is closed. */
  store(path: string, text: string | undefined, listed: boolean): void;
  isListed(path: string): boolean;
  /** True where some document depends on the file, or did. */
  isNamed(path: string): boolean;
  /** Everything stored in a folder is gone. */
  forget(folder: string): void;
  wanted(): readonly Wanted[];
  /** As the client spells it. */
  uri(path: string): string;
}

/** `failed` hears of a text that could not be read: a fault of ours, which must not take the other files with it. */
export function createModel(first: Recogniser, failed: (path: string, error: unknown) => void): Model {
  let recogniser = first;
  let workspace: Workspace = createWorkspace(first);
  let folders: readonly Folder[] = [];
  let epoch = 0;
  const open = new Map<string, OpenDocument>();
  // What others named: the file may have any name, so the format has to be remembered.
  const formats = new Map<string, string>();
  const listed = new Set<string>();

  const belongs = ({ uri, path }: OpenDocument): boolean =>
    OWN_SCHEMES.has(schemeOf(uri)) || folderAround(folders, path) !== undefined;
  const openAt = (path: string): OpenDocument | undefined =>
    [...open.values()].findLast(document => document.path === path && belongs(document));
  const hint = (path: string): { readonly format?: string } => {
    const format = formats.get(path);
    return format === undefined ? {} : { format };
  };
  const set = (path: string, text: string, language?: string): void => {
    try {
      workspace.set(path, text, { ...(language !== undefined && { language }), ...hint(path) });
    } catch (error) {
      workspace.delete(path);
      failed(path, error);
    }
  };
  const read = (document: OpenDocument): void => {
    if (belongs(document)) set(document.path, document.text, document.language);
  };
  const drop = (path: string): void => {
    listed.delete(path);
    if (!openAt(path)) workspace.delete(path);
  };
  // What is wanted depends on folders and formats: a workspace that has seen neither asks for all of it again.
  const rebuild = (): void => {
    const known = workspace.snapshot().documents();
    workspace = createWorkspace(recogniser);
    workspace.setRoots(folders.map(({ path }) => path));
    epoch++;
    for (const { path, text } of known) {
      const isRead = recogniser.mayRead(path) || formats.has(path);
      if (isRead && folderAround(folders, path)) set(path, text);
      else listed.delete(path);
    }
    for (const document of open.values()) read(document);
  };

  return {
    view(uri) {
      const document = open.get(uri);
      const snapshot = workspace.snapshot();
      if (!document) return { snapshot, path: pathOf(uri), document: undefined, checked: true };
      if (belongs(document)) return { snapshot, path: document.path, document, checked: true };
      const alone = createWorkspace(recogniser);
      alone.set(document.path, document.text, { language: document.language });
      return { snapshot: alone.snapshot(), path: document.path, document, checked: false };
    },
    snapshot: () => workspace.snapshot(),
    stamp: () => `${epoch}.${workspace.snapshot().revision}`,
    folders: () => folders,
    setFolders(next) {
      folders = next;
      rebuild();
    },
    setRecogniser(next) {
      recogniser = next;
      rebuild();
    },
    recogniser: () => recogniser,
    open(document) {
      open.set(document.uri, document);
      read(document);
    },
    close(uri) {
      const document = open.get(uri);
      open.delete(uri);
      if (!document || !belongs(document)) return false;
      // Under another spelling the file may still be open.
      const other = openAt(document.path);
      if (other) {
        read(other);
        return false;
      }
      const stored = folderAround(folders, document.path) !== undefined;
      if (!stored) workspace.delete(document.path);
      return stored;
    },
    document: uri => open.get(uri),
    openAt,
    opened: () => [...open.values()],
    store(path, text, isListed) {
      if (text === undefined || !folderAround(folders, path)) return drop(path);
      if (isListed) listed.add(path);
      if (!openAt(path)) set(path, text);
    },
    isListed: path => listed.has(path),
    isNamed: path => formats.has(path),
    forget(folder) {
      for (const { path } of [...workspace.snapshot().documents()]) if (isInside(path, folder)) drop(path);
    },
    wanted() {
      const wanted = workspace.wanted();
      for (const { path, format } of wanted) formats.set(path, format);
      return wanted;
    },
    uri: path => openAt(path)?.uri ?? uriIn(folders, path),
  };
}

/** Schemes whose documents are the user's files themselves, wherever they lie. */
const OWN_SCHEMES: ReadonlySet<string> = new Set(['file', 'untitled']);
