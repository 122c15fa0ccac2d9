import type { Snapshot } from '../snapshot.ts';
import { projectOf } from './projectOf.ts';
import type { PublishedPort } from './publishedPorts.ts';

/** Those that stand in one file, judged by the project that this file is the first of, where there is one. */
export function publishedIn(workspace: Snapshot, path: string): readonly PublishedPort[] {
  const project = projectOf(workspace, path);
  return project ? workspace.published(project).filter(({ port }) => port.path === path) : [];
}
