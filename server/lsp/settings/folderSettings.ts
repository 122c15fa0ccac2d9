import { createRecogniser, type ProjectFile, type Recogniser } from '../../core/analysis.ts';
import { type Folder, folderAround } from '../folders.ts';
import type { Sections } from './configuration.ts';
import { readSettings, type Settings } from './settings.ts';

/** The settings of every folder at one moment. A change makes a new one. */
export interface FolderSettings {
  of(path: string): Settings;
  /** Tells formats as the user and each folder's project file say. */
  readonly recogniser: Recogniser;
  /** The globs that users have bound to formats. */
  readonly bindings: readonly string[];
  /** Equal keys: equal files are read in equal ways, so what was read stays right. */
  readonly key: string;
  readonly problems: readonly string[];
}

/** `projectOf` gives the project file that holds for a folder. */
export function folderSettings(
  folders: readonly Folder[],
  { sections, loose }: Sections,
  projectOf: (folder: Folder) => ProjectFile | undefined,
): FolderSettings {
  const read = folders.map((folder, index) => ({
    folder,
    project: projectOf(folder),
    ...readSettings(sections[index]),
  }));
  const rest = { folder: undefined, project: undefined, ...readSettings(loose) };
  const all = [...read, rest];
  const at = (path: string): (typeof all)[number] => {
    const folder = folderAround(folders, path);
    return read.find(each => each.folder === folder) ?? rest;
  };
  return {
    of: path => at(path).settings,
    recogniser: recogniserBy(all, at),
    bindings: [
      ...new Set(
        all.flatMap(({ settings, project }) =>
          [...settings.bindings, ...(project?.bindings ?? [])].map(({ glob }) => glob),
        ),
      ),
    ],
    key: JSON.stringify(all.filter(each => !isPlain(each)).map(readingOf)),
    problems: [...new Set(all.flatMap(({ problems }) => problems))],
  };
}

interface Read {
  readonly folder: Folder | undefined;
  readonly project: ProjectFile | undefined;
  readonly settings: Settings;
}

/** Nothing is said of how files are read. */
function isPlain({ settings, project }: Read): boolean {
  return settings.bindings.length + count(project?.bindings) + count(project?.ignore) + count(project?.keys) === 0;
}

function count(list: readonly unknown[] | undefined): number {
  return list?.length ?? 0;
}

function readingOf({ folder, settings, project }: Read): readonly unknown[] {
  return [
    folder?.path,
    settings.bindings,
    project?.bindings.map(({ glob, format }) => [glob, format]),
    project?.ignore,
    project?.keys,
  ];
}

function recogniserBy(all: readonly Read[], at: (path: string) => Read): Recogniser {
  const plain = createRecogniser();
  const made = new Map(
    all
      .filter(each => !isPlain(each))
      .map(each => {
        const { folder, project: file, settings } = each;
        const project = folder && file && { folder: folder.path, file };
        return [each, createRecogniser(settings.bindings, project)] as const;
      }),
  );
  if (made.size === 0) return plain;
  const of = (path: string): Recogniser => made.get(at(path)) ?? plain;
  return {
    byName: path => of(path).byName(path),
    mayRead: path => of(path).mayRead(path),
    recognise: (path, text, language) => of(path).recognise(path, text, language),
    words: path => of(path).words(path),
  };
}
