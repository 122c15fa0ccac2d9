import type { DocumentFacts } from '../facts/document.ts';
import type { PlannedPorts, ProjectFile } from '../facts/projectFile.ts';
import { isInside } from '../text/path.ts';
import { rootGlobTest } from '../text/rootGlob.ts';

/** A folder and the project file that holds for all in it, whether there is such a file or not. */
export interface ProjectRoot {
  readonly folder: string;
  readonly file: string;
}

/** What a project says of its ports and of this tool. */
export interface ProjectSettings extends ProjectFile {
  readonly folder: string;
  /** The path of the project file. */
  readonly path: string;
  /** Nothing is reported in such a file. */
  isIgnored(path: string): boolean;
}

/** The folder's own file: `portolan.json` at its root. */
export function projectRootOf(folder: string): ProjectRoot {
  return { folder, file: folder.endsWith('/') ? `${folder}portolan.json` : `${folder}/portolan.json` };
}

/** Finds the settings that hold for a path: those of the innermost root around it. */
export function projectSettingsIn(
  roots: readonly ProjectRoot[],
  factsOf: (path: string) => DocumentFacts | undefined,
): (path: string) => ProjectSettings | undefined {
  const known = new Map<ProjectRoot, ProjectSettings | undefined>();
  const settingsOf = (root: ProjectRoot): ProjectSettings | undefined => {
    const file = factsOf(root.file)?.projectFile;
    return file && { ...file, folder: root.folder, path: root.file, isIgnored: rootGlobTest(root.folder, file.ignore) };
  };
  return path => {
    const root = rootAround(roots, path);
    if (!root) return undefined;
    if (!known.has(root)) known.set(root, settingsOf(root));
    return known.get(root);
  };
}

/** What is planned in any of the roots. */
export function plansIn(
  roots: readonly ProjectRoot[],
  factsOf: (path: string) => DocumentFacts | undefined,
): readonly PlannedPorts[] {
  return roots.flatMap(({ file }) => factsOf(file)?.projectFile?.plan ?? []);
}

/** The innermost root that holds a path. */
export function rootAround(roots: readonly ProjectRoot[], path: string): ProjectRoot | undefined {
  let best: ProjectRoot | undefined;
  for (const root of roots)
    if (isInside(path, root.folder) && (!best || root.folder.length > best.folder.length)) best = root;
  return best;
}
