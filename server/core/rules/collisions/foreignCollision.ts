import type { Registry } from '../../../../registry/registry.ts';
import { dirname, isInside, relativePath } from '../../text/path.ts';
import { collide, isStarted } from '../../workspace/collide.ts';
import type { ComposeProject } from '../../workspace/composeProject.ts';
import { publishedIn } from '../../workspace/publishedIn.ts';
import type { PublishedPort } from '../../workspace/publishedPorts.ts';
import { rootOf } from '../../workspace/rootOf.ts';
import { isSample } from '../../workspace/sampleFolders.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { areVariants } from './variants.ts';

export interface ForeignCollision {
  readonly here: PublishedPort;
  readonly there: PublishedPort;
  /** The other file as written from this one's folder. */
  readonly file: string;
}

/** More projects than this on one number are samples, or are never meant to run together. */
const MOST_PROJECTS = 4;

/**
 * With more host ports than these wanted in several folders, a workspace is a collection, of which nobody runs everything on
 * one machine: where people do, they meet such a collision, and mend it.
 */
const MOST_CONTESTED = 4;

/** The nearest other project of the same workspace folder that wants a host port of this file. */
export function foreignCollision(workspace: Snapshot, registry: Registry, path: string): ForeignCollision | undefined {
  if (workspace.projects().length < 2) return undefined;
  const root = rootOf(workspace, path);
  for (const here of publishedIn(workspace, path)) {
    // What only starts when asked for by its profile is not in the way of another project.
    if (!isStarted(here)) continue;
    const others: PublishedPort[] = [];
    const projects = new Set<string>();
    for (const there of workspace.publishers(here.hostRange)) {
      if (projects.size >= MOST_PROJECTS) break;
      if (!collide(here, there) || !isStarted(there) || !isForeign(here.project, there.project, root)) continue;
      others.push(there);
      projects.add(there.project.id);
    }
    if (projects.size === 0 || projects.size >= MOST_PROJECTS) continue;
    if (isSample(path, root) || workspace.contestedPorts(root) > MOST_CONTESTED) return undefined;
    const folder = dirname(path);
    const [nearest] = others
      .filter(there => !isSample(there.port.path, root) && !areVariants(registry, here, there))
      .map(there => ({ here, there, file: relativePath(folder, there.port.path) }))
      .toSorted((a, b) => steps(a.file) - steps(b.file) || (a.file < b.file ? -1 : 1));
    if (nearest) return nearest;
  }
  return undefined;
}

/**
 * Files of one folder are one project to Compose unless they are named apart, so they are alternatives and not rivals.
 * What shares a file with this project is a variant of it.
 */
function isForeign(here: ComposeProject, there: ComposeProject, root: string): boolean {
  if (here.files.some(file => there.files.includes(file)) || !isInside(there.id, root)) return false;
  return (
    dirname(here.id) !== dirname(there.id) ||
    (here.name !== undefined && there.name !== undefined && here.name !== there.name)
  );
}

function steps(file: string): number {
  return file.split('/').length;
}
