import { dirname, isInside } from '../../text/path.ts';
import type { ComposeProject } from '../../workspace/compose/composeProject.ts';
import type { PublishedPort } from '../../workspace/compose/publishedPorts.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { placeOf } from './placeOf.ts';

/**
 * True where more projects than would ever run together want one host port: they are samples, templates, or variants to
 * choose from. It counts that they share a port with this one, or lie in folders beside it.
 */
export function isOneOfMany(path: string, project: ComposeProject, workspace: Snapshot): boolean {
  const projects = workspace.projects();
  if (projects.length <= MOST_FOLDERS) return false;
  return (
    sharesPort(project, workspace) ||
    collides(
      path,
      projects.slice(0, MOST_READ).flatMap(each => workspace.published(each).slice(0, MOST_OF_EACH)),
      workspace.roots,
    )
  );
}

/** Overlays of one base share its mapping. A trial or a test beside it says nothing of this one. */
function sharesPort(project: ComposeProject, workspace: Snapshot): boolean {
  return workspace
    .published(project)
    .slice(0, MOST_ASKED)
    .some(({ hostRange }) => {
      const files = new Set<string>();
      for (const { port } of workspace.publishers(hostRange)) {
        if (files.has(port.path) || placeOf(workspace, port.path) !== undefined) continue;
        if (files.add(port.path).size > MOST_VARIANTS) return true;
      }
      return false;
    });
}

/** `apps/a`, `apps/b` ...: of some folder around the file, more than a few folders publish one number. */
function collides(path: string, ports: readonly PublishedPort[], roots: readonly string[]): boolean {
  for (let folder = dirname(dirname(path)); roots.some(root => isInside(folder, root)); folder = dirname(folder)) {
    const byPort = new Map<number, Set<string>>();
    for (const { port, hostRange } of ports) {
      if (!port.path.startsWith(`${folder}/`)) continue;
      const below = port.path.slice(folder.length + 1).split('/', 2);
      if (below.length < 2) continue;
      const folders = byPort.get(hostRange.first) ?? new Set();
      byPort.set(hostRange.first, folders.add(below[0] ?? ''));
      if (folders.size > MOST_FOLDERS) return true;
    }
    if (dirname(folder) === folder) return false;
  }
  return false;
}

const MOST_VARIANTS = 4;
const MOST_FOLDERS = 2;
/** All projects are asked for each port, so of a file with thousands the first ones count. */
const MOST_ASKED = 50;
const MOST_READ = 2000;
const MOST_OF_EACH = 10;
