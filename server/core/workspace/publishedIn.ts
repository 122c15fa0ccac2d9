import type { PublishedPort } from './publishedPorts.ts';
import type { Snapshot } from './snapshot.ts';

/** Those that stand in one file, judged by the project that this file is the first of, where there is one. */
export function publishedIn(workspace: Snapshot, path: string): readonly PublishedPort[] {
  const projects = workspace.projectsOf(path);
  const project = projects.find(({ id }) => id === path) ?? projects[0];
  return project ? workspace.published(project).filter(({ port }) => port.path === path) : [];
}
