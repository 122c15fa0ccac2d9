import { dirname, isInside } from '../../text/path.ts';
import { isSample } from '../isSample.ts';
import type { ComposeProject } from './composeProject.ts';
import type { PublishedPort } from './publishedPorts.ts';

/** How many host ports projects of several folders below the root publish, without samples; none where there are few folders. */
export function contestedPorts(
  projects: readonly ComposeProject[],
  published: (project: ComposeProject) => readonly PublishedPort[],
  root: string,
): number {
  const folders = new Map<number, string>();
  const contested = new Set<number>();
  const seen = new Set<string>();
  for (const project of projects) {
    if (!isInside(project.id, root) || isSample(project.id, root)) continue;
    const folder = dirname(project.id);
    seen.add(folder);
    for (const { hostRange } of published(project)) {
      const known = folders.get(hostRange.first);
      if (known === undefined) folders.set(hostRange.first, folder);
      else if (known !== folder) contested.add(hostRange.first);
    }
  }
  return seen.size > FEW ? contested.size : 0;
}

/** Working trees of one repository, or a product and what it is tried with. */
const FEW = 3;
