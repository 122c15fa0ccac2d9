import { existsSync } from 'node:fs';
import { createWorkspace, dirname, isGenerated, isInside, type Workspace } from '../core/analysis.ts';
import { folderAt } from './folderAt.ts';
import { guarded } from './guarded.ts';
import { joinShown } from './paths.ts';
import { rootSettings } from './projectFile.ts';
import { createTextReader, type ReadText, type TextFile } from './readText.ts';
import { realPath } from './realPath.ts';
import { isIgnored, isMarkedRoot, projectRoot } from './repository.ts';
import { type WalkOptions, walk } from './walk.ts';
import { limitYoungSpace } from './youngSpace.ts';

/** A path as it was given: its absolute form, and how output begins the paths of what lies there. */
export interface Target {
  readonly path: string;
  readonly shown: string;
  /** A text that stands for what is on disk. */
  readonly text?: ReadText;
}

export interface LoadOptions {
  /** The project file that holds instead of each root's own. */
  readonly config: Target | undefined;
  readonly ignore: boolean;
  /** A file under the targets that is not read; `given` where it is a target itself, which is an error. */
  skip(shown: string, reason: string, given: boolean): void;
  /** Called for each file. */
  progress?(): void;
}

export interface LoadedProject {
  readonly root: string;
  /** Knows every file of the root, so that each is judged in its context. */
  readonly workspace: Workspace;
  /** The files below the targets, in the order of the walk. */
  readonly reported: ReadonlyMap<string, ReportedFile>;
}

export interface ReportedFile {
  readonly shown: string;
  readonly file: TextFile;
}

/** The targets with the same root share one workspace. */
export function loadProjects(targets: readonly Target[], options: LoadOptions): readonly LoadedProject[] {
  const byRoot = new Map<string, (Target & { readonly isFolder: boolean })[]>();
  for (const target of targets) {
    const isFolder = target.text ? false : folderAt(target.path);
    if (typeof isFolder === 'object') {
      options.skip(target.shown, isFolder.reason, true);
      continue;
    }
    const root = projectRoot(isFolder ? target.path : dirname(target.path));
    byRoot.set(root, [...(byRoot.get(root) ?? []), { ...target, isFolder }]);
  }
  // A root may lie in another one, as in `check sub .`: the first to meet a file reports it.
  const met = new Set<string>();
  return [...byRoot].map(([root, own]) => loadProject(root, own, met, options));
}

function loadProject(
  root: string,
  targets: readonly (Target & { readonly isFolder: boolean })[],
  met: Set<string>,
  options: LoadOptions,
): LoadedProject {
  const { config, ignore } = options;
  const reader = createTextReader();
  const { recogniser, projectRoot } = rootSettings(root, config?.path, reader, (path, reason) =>
    options.skip(config?.shown ?? path, reason, config !== undefined),
  );
  const workspace = createWorkspace(recogniser);
  // What a folder is called (`examples`) counts below the given paths only; a file is seen among all that lies in its root.
  workspace.setRoots(
    targets.map(target => (target.isFolder ? target.path : root)),
    [projectRoot],
  );
  const reported = new Map<string, ReportedFile>();
  const seen = new Set<string>();
  const unread = new Set<string>();
  const wants = (path: string): boolean => recogniser.mayRead(path) || isGenerated(path);
  const shownAs = (path: string, target: Target): string =>
    joinShown(target.shown, path.slice(target.path.length).replace(/^\//, ''));
  /** With a target the file is reported, otherwise it is context, whose faults are nobody's question. */
  const add = (path: string, read: ReadText, target?: Target, format?: string): void => {
    options.progress?.();
    seen.add(path);
    if (seen.size % OFTEN === 0) limitYoungSpace();
    if ('reason' in read) {
      workspace.delete(path);
      unread.add(path);
      if (target) options.skip(shownAs(path, target), read.reason, path === target.path);
    } else {
      const facts = guarded(() => workspace.set(path, read.text, format === undefined ? {} : { format }));
      if (facts && 'reason' in facts) {
        add(path, facts, target);
        return;
      }
      if (!facts || !target || met.has(path)) return;
      met.add(path);
      reported.set(path, { shown: shownAs(path, target), file: read });
    }
  };
  const addFolder = (start: string, bounds: Bounds, target?: Target): void =>
    walk(start, {
      root,
      ...bounds,
      ignore,
      wants,
      file: path => {
        if (!seen.has(path)) add(path, isGenerated(path) ? { reason: 'generated' } : reader.readFile(path), target);
      },
      skip: (path, reason) => {
        if (target) options.skip(shownAs(path, target), reason, path === target.path);
      },
    });
  for (const target of targets) {
    if (target.isFolder) addFolder(target.path, {}, target);
    else if (!seen.has(target.path)) add(target.path, target.text ?? reader.readPath(target.path), target);
  }
  if (!targets.some(target => target.isFolder && target.path === root)) {
    addFolder(root, isMarkedRoot(root) ? {} : UNMARKED);
  }
  for (const { path, format } of unanswered(workspace)) {
    // A missing file is known as such to the workspace; that it is missing, or a folder, is no fault of reading.
    const isWithin = path === config?.path || liesIn(path, root);
    if (!existsSync(path) || folderAt(path) === true || !isWithin) workspace.delete(path);
    else add(path, reader.readPath(path), targetOf(path, targets, ignore), format);
  }
  const snapshot = workspace.snapshot();
  for (const { path, shown, isFolder } of targets) {
    if (!isFolder && !unread.has(path) && !snapshot.facts(path)) options.skip(shown, 'no known format', false);
  }
  return { root, workspace, reported };
}

/** Files: long before a heap has grown large. */
const OFTEN = 100;

type Bounds = Pick<WalkOptions, 'depth' | 'most'>;

/**
 * A file that lies in no project may lie in a home folder or at the root of a disk: all below would take minutes. What it
 * names is read wherever that is; what is lost is who else has its ports, of files that are deeper or come later.
 */
const UNMARKED: Bounds = { depth: 3, most: 10_000 };

/** What the workspace asks for, each once, until it asks for nothing new. */
function* unanswered(workspace: Workspace): Generator<{ readonly path: string; readonly format: string }> {
  const asked = new Set<string>();
  for (let found = true; found; ) {
    found = false;
    for (const wanted of workspace.wanted()) {
      if (asked.has(wanted.path)) continue;
      asked.add(wanted.path);
      found = true;
      yield wanted;
    }
  }
}

/** A link may lie in the root and lead out of it. */
function liesIn(path: string, root: string): boolean {
  if (!isInside(path, root)) return false;
  try {
    return isInside(realPath(path), realPath(root));
  } catch {
    return true;
  }
}

/** A file that another one names is reported like one that the walk meets. */
function targetOf(
  path: string,
  targets: readonly (Target & { readonly isFolder: boolean })[],
  ignore: boolean,
): Target | undefined {
  return targets.find(
    target =>
      path === target.path ||
      (target.isFolder && isInside(path, target.path) && !(ignore && isIgnored(path, target.path))),
  );
}
