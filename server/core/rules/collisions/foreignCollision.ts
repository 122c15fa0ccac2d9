import { dirname, isInside, relativePath } from '../../text/path.ts';
import { collide, isStarted } from '../../workspace/compose/collide.ts';
import type { ComposeProject } from '../../workspace/compose/composeProject.ts';
import { publishedIn } from '../../workspace/compose/publishedIn.ts';
import type { PublishedPort } from '../../workspace/compose/publishedPorts.ts';
import { isSample } from '../../workspace/isSample.ts';
import { rootOf } from '../../workspace/rootOf.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { RuleContext } from '../rule.ts';
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
const MOST_CONTESTED = 3;

/** The nearest other project of the same workspace folder that wants a host port of this file. */
export function foreignCollision(context: RuleContext): ForeignCollision | undefined {
  const { workspace } = context;
  const { path } = context.facts;
  if (workspace.projects().length < 2) return undefined;
  const root = rootOf(workspace, path);
  for (const here of publishedIn(workspace, path)) {
    // What only starts when asked for by its profile is not in the way of another project.
    if (!isStarted(here)) continue;
    const others: PublishedPort[] = [];
    const projects = new Set<string>();
    for (const there of workspace.publishers(here.hostRange)) {
      if (projects.size >= MOST_PROJECTS) break;
      if (!collide(here, there) || !isStarted(there) || shareFile(here.project, there.project)) continue;
      projects.add(there.project.id);
      if (isForeign(workspace, here, there, root)) others.push(there);
    }
    if (others.length === 0 || projects.size >= MOST_PROJECTS) continue;
    if (isSample(path, root) || workspace.contestedPorts(root) > MOST_CONTESTED) return undefined;
    const folder = dirname(path);
    const [nearest] = others
      .filter(there => !isSample(there.port.path, root) && !areVariants(context, here, there))
      .map(there => ({ here, there, file: relativePath(folder, there.port.path) }))
      .toSorted((a, b) => steps(a.file) - steps(b.file) || (a.file < b.file ? -1 : 1));
    if (nearest) return nearest;
  }
  return undefined;
}

/** What shares a file with a project is a variant of it. */
function shareFile(here: ComposeProject, there: ComposeProject): boolean {
  return here.files.some(file => there.files.includes(file));
}

/**
 * Files of one folder are one project to Compose unless they are named apart, so they are alternatives and not rivals. Parts
 * that a third project includes are its own to judge.
 */
function isForeign(workspace: Snapshot, here: PublishedPort, there: PublishedPort, root: string): boolean {
  const [a, b] = [here.project, there.project];
  if (
    !isInside(b.id, root) ||
    workspace.projectsOf(here.port.path).some(({ files }) => files.includes(there.port.path))
  )
    return false;
  return dirname(a.id) !== dirname(b.id) || (a.name !== undefined && b.name !== undefined && a.name !== b.name);
}

function steps(file: string): number {
  return file.split('/').length;
}
