import type { PortRange } from '../../../../registry/port.ts';
import { onceEach } from '../../text/onceEach.ts';
import { basename, dirname, isInside } from '../../text/path.ts';
import { rootOf } from '../rootOf.ts';
import type { Sighting, Snapshot } from '../snapshot.ts';
import { hostSpace, type Space } from './space.ts';

/** Something that takes a port of the machine it runs on: a compose project, or the files of a folder. */
interface Unit {
  /** The id of a project, or the folder. */
  readonly id: string;
  readonly folder: string;
}

/** Whose port `localhost` is, for files that do not say. */
export interface HostUnits {
  /** The machine as the nearest taker of the number uses it; undefined where none or several may be meant. */
  nearest(path: string, range: PortRange, reason: string): readonly Space[];
  /** The same for what nothing but its number connects: none of another folder than one around it. */
  around(path: string, range: PortRange, reason: string): readonly Space[];
  /** All in a folder that take the number: certain where there is one. */
  within(folder: string, range: PortRange, reason: string): readonly Space[];
  /** True where the project takes the number on its machine. */
  takes(project: string, range: PortRange): boolean;
}

/** `listeners` gives the places outside of compose files that take a number of their own machine. */
export function createHostUnits(workspace: Snapshot, listeners: (range: PortRange) => readonly Sighting[]): HostUnits {
  const byNumber = onceEach((key: string): readonly Unit[] => unitsAt(JSON.parse(key)));
  const unitsOf = (range: PortRange): readonly Unit[] => byNumber(JSON.stringify(range));
  const projectFolders = onceEach(
    (root: string) =>
      new Set(workspace.projects().flatMap(({ id }) => (rootOf(workspace, id) === root ? [dirname(id)] : []))).size,
  );
  /** In a collection of projects, those beside each other have nothing to do with each other. */
  const isOneThing = (root: string): boolean => projectFolders(root) <= MOST_TOGETHER;

  function unitsAt(range: PortRange): readonly Unit[] {
    const found = new Map<string, Unit>();
    for (const { project, hostRange } of workspace.publishers(range))
      if (hostRange.first <= range.first && range.last <= hostRange.last)
        found.set(project.id, { id: project.id, folder: dirname(project.id) });
    for (const { path } of listeners(range)) {
      const folder = placeOf(workspace, path);
      const project = workspace.facts(path)?.compose && workspace.projectsOf(path)[0];
      const unit = project ? { id: project.id, folder: dirname(project.id) } : { id: folder, folder };
      found.set(unit.id, unit);
    }
    return [...found.values()];
  }

  function around(path: string, range: PortRange): readonly Unit[] {
    const folder = placeOf(workspace, path);
    const found = unitsOf(range).filter(unit => isInside(folder, unit.folder));
    const deepest = Math.max(...found.map(unit => unit.folder.length));
    return found.filter(unit => unit.folder.length === deepest);
  }

  function nearest(path: string, range: PortRange): readonly Unit[] {
    const units = unitsOf(range);
    const own = units.length === 0 ? [] : around(path, range);
    if (units.length === 0 || own.length > 0) return own;
    const folder = placeOf(workspace, path);
    const root = rootOf(workspace, path);
    const others = units.filter(
      unit => isInside(unit.folder, folder) || (isInside(unit.folder, root) && isOneThing(root)),
    );
    return new Set(others.map(unit => unit.folder)).size === 1 ? others : [];
  }

  // A file may dial one number thousands of times.
  const inFile = onceEach((path: string) => onceEach((range: string) => nearest(path, JSON.parse(range))));
  return {
    nearest: (path, range, reason) =>
      inFile(path)(JSON.stringify(range)).map(({ id }) => hostSpace(id, 'likely', reason)),
    around: (path, range, reason) => around(path, range).map(({ id }) => hostSpace(id, 'likely', reason)),
    within(folder, range, reason) {
      const found = unitsOf(range).filter(unit => isInside(unit.folder, folder));
      return found.map(({ id }) => (found.length === 1 ? hostSpace(id) : hostSpace(id, 'likely', reason)));
    },
    takes: (project, range) => unitsOf(range).some(({ id }) => id === project),
  };
}

/** More projects than these in one root are a collection. */
const MOST_TOGETHER = 2;

/** `.github/workflows/` and `.vscode/` speak of the folder around them. */
function placeOf(workspace: Snapshot, path: string): string {
  const root = rootOf(workspace, path);
  let folder = dirname(path);
  for (let at = folder; at !== root && isInside(at, root); at = dirname(at))
    if (/^\.[^.]/.test(basename(at))) folder = dirname(at);
  return folder;
}

export function isSame(a: PortRange, b: PortRange): boolean {
  return a.first === b.first && a.last === b.last;
}
