import { createRecogniser, type Recogniser } from '../core/analysis.ts';
import { type Folder, folderAround } from './folders.ts';
import { readSettings, type Settings } from './settings.ts';

/** The settings of every folder at one moment. A change makes a new one. */
export interface FolderSettings {
  of(path: string): Settings;
  /** Tells formats by each folder's own bindings. */
  readonly recogniser: Recogniser;
  /** The globs that users have bound to formats. */
  readonly bindings: readonly string[];
  /** Equal keys: equal bindings in equal folders, so what was read stays right. */
  readonly key: string;
  readonly problems: readonly string[];
}

/** `sections` are the raw configuration of each folder; `loose` holds for files outside all of them. */
export function folderSettings(
  folders: readonly Folder[],
  sections: readonly unknown[],
  loose: unknown,
): FolderSettings {
  const read = folders.map((folder, index) => ({ folder, ...readSettings(sections[index]) }));
  const rest = readSettings(loose);
  const settingsOf = (path: string): Settings => {
    const folder = folderAround(folders, path);
    return read.find(each => each.folder === folder)?.settings ?? rest.settings;
  };
  const all = [...read.map(({ settings }) => settings), rest.settings];
  return {
    of: settingsOf,
    recogniser: recogniserBy(
      path => settingsOf(path).bindings,
      all.map(({ bindings }) => bindings),
    ),
    bindings: [...new Set(all.flatMap(({ bindings }) => bindings.map(({ glob }) => glob)))],
    key: JSON.stringify(
      read
        .filter(({ settings }) => settings.bindings.length > 0)
        .map(({ folder, settings }) => [folder.path, settings.bindings])
        .concat([['', rest.settings.bindings]]),
    ),
    problems: [...new Set([...read, rest].flatMap(({ problems }) => problems))],
  };
}

type Bindings = Settings['bindings'];

function recogniserBy(bindingsOf: (path: string) => Bindings, all: readonly Bindings[]): Recogniser {
  const plain = createRecogniser();
  const made = new Map(all.filter(each => each.length > 0).map(each => [each, createRecogniser(each)]));
  if (made.size === 0) return plain;
  const of = (path: string): Recogniser => made.get(bindingsOf(path)) ?? plain;
  return {
    byName: path => of(path).byName(path),
    mayRead: path => of(path).mayRead(path),
    recognise: (path, text, language) => of(path).recognise(path, text, language),
  };
}
