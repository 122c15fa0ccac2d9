import { onceEach } from '../../text/onceEach.ts';
import { dirname, isInside } from '../../text/path.ts';
import { isSample } from '../isSample.ts';
import type { ComposeProject } from './composeProject.ts';
import type { PublishedPort } from './publishedPorts.ts';

/** The counts of `contestedPorts`, kept while the projects and what they publish stay the same. */
export function keptContests(
  published: (project: ComposeProject) => readonly PublishedPort[],
): (projects: readonly ComposeProject[]) => (root: string) => number {
  let last: { readonly projects: readonly ComposeProject[]; readonly countOf: (root: string) => number } | undefined;
  const wanted = (project: ComposeProject): string =>
    `${project.id} ${published(project).map(({ hostRange }) => hostRange.first)}`;
  const isSame = (before: readonly ComposeProject[], now: readonly ComposeProject[]): boolean =>
    before.length === now.length &&
    now.every((project, place) => {
      const known = before[place];
      return known === project || (known !== undefined && wanted(known) === wanted(project));
    });
  return projects => {
    const countOf =
      last && isSame(last.projects, projects)
        ? last.countOf
        : onceEach((root: string) => contestedPorts(projects, published, root));
    last = { projects, countOf };
    return countOf;
  };
}

/** How many host ports projects of several folders below the root publish, without samples; none where there are few folders. */
function contestedPorts(
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
