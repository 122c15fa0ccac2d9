import type { Snapshot } from '../snapshot.ts';
import type { ComposeProject } from './composeProject.ts';

/** The project that a file is judged by: the one that it is the first file of, where there is one. */
export function projectOf(workspace: Snapshot, path: string): ComposeProject | undefined {
  const projects = workspace.projectsOf(path);
  return projects.find(({ id }) => id === path) ?? projects[0];
}
