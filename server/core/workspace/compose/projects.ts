import { type Port, type PortRange, single } from '../../../../registry/port.ts';
import { indexByPort } from '../../ports/portIndex.ts';
import { once } from '../../text/once.ts';
import { onceEach } from '../../text/onceEach.ts';
import { onceWeak } from '../../text/onceWeak.ts';
import type { Documents } from '../documents.ts';
import { type Assembled, keptProjects } from './assembled.ts';
import type { ComposeProject } from './composeProject.ts';
import { keptContests } from './contestedPorts.ts';
import { type FileUser, fileUsers, usersAround } from './fileUsers.ts';
import { byKeys, keptIndex } from './projectIndex.ts';
import { type PublishedPort, publishedPorts } from './publishedPorts.ts';

/** All compose projects of a moment, and what they have in common. */
export interface Projects {
  all(): readonly ComposeProject[];
  /** Those that a file takes part in. */
  of(path: string): readonly ComposeProject[];
  published(project: ComposeProject): readonly PublishedPort[];
  publishers(range: PortRange): readonly PublishedPort[];
  contestedPorts(root: string): number;
  usersOf(path: string): readonly FileUser[];
}

/** An edit costs the projects that it touches and no others. Nothing is computed before it is asked for. */
export function createProjects(): (documents: Documents) => Projects {
  const assembledIn = keptProjects();
  const published = onceWeak(publishedPorts);
  const portsOf = onceWeak(({ project }: Assembled) =>
    indexByPort(
      () => (project ? published(project) : []),
      ({ hostRange }) => hostRange,
    ),
  );
  const usersOf = onceWeak(
    ({ project, inputs }: Assembled): ReadonlyMap<string, readonly FileUser[]> =>
      project ? fileUsers(project, path => inputs.get(path)) : new Map(),
  );
  const byFile = keptIndex<string, Assembled>(byKeys(({ project }) => project?.files ?? []));
  const byUsed = keptIndex<string, Assembled>(byKeys(each => usersOf(each).keys()));
  const byPort = keptIndex<PortRange, Assembled>(all => {
    const index = indexByPort(
      () =>
        all.flatMap(({ project }, place) =>
          (project ? published(project) : []).map(({ hostRange }) => ({ place, hostRange })),
        ),
      ({ hostRange }) => hostRange,
    );
    return range =>
      index
        .at(range)
        .map(({ place }) => place)
        .sort((a, b) => a - b);
  });
  const contests = keptContests(published);
  return documents => {
    const assembled = once(() => assembledIn(documents));
    const all = once(() => assembled().flatMap(({ project }) => project ?? []));
    const ofFile = once(() => byFile(assembled()));
    const ofUsed = once(() => byUsed(assembled()));
    const ofPort = once(() => byPort(assembled()));
    const publishersIn = (range: PortRange): readonly PublishedPort[] =>
      ofPort()(range).flatMap(each => portsOf(each).at(range));
    const publishersOf = onceEach((port: Port) => publishersIn(single(port)));
    const usersAt = (path: string): readonly FileUser[] =>
      ofUsed()(path).flatMap(each => usersOf(each).get(path) ?? []);
    return {
      all,
      of: onceEach(path => ofFile()(path).flatMap(({ project }) => (project?.files.includes(path) ? [project] : []))),
      published,
      publishers: range => (range.first === range.last ? publishersOf(range.first) : publishersIn(range)),
      contestedPorts: root => contests(all())(root),
      usersOf: path => usersAround(path, usersAt),
    };
  };
}
