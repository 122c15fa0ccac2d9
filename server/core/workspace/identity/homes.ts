import type { Stage } from '../../facts/stage.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { addTo } from '../../text/addTo.ts';
import { once } from '../../text/once.ts';
import { onceEach } from '../../text/onceEach.ts';
import type { ComposeProject, ProjectService } from '../compose/composeProject.ts';
import { type Dialled, dialledIn } from '../compose/dialled.ts';
import type { FileUser } from '../compose/fileUsers.ts';
import { dockerfileOf, stageChain } from '../containers/stageChain.ts';
import type { Snapshot } from '../snapshot.ts';

/** A service of a project. */
export interface Home {
  readonly project: ComposeProject;
  readonly service: ProjectService;
}

/** Which services a place belongs to; each question about a file is answered from one reading of it. */
export interface Homes {
  /** Those that a service written in a compose file becomes: it may be extended by others, or be in several projects. */
  declared(path: string, name: string): readonly Home[];
  named(path: string, name: string): readonly Home[];
  /** The ids of the projects of a compose file; a file that takes part in none is one by itself. */
  projects(path: string): readonly string[];
  users(path: string): readonly FileUser[];
  /** What a service has: files and folders. */
  files(service: ProjectService): ReadonlySet<string>;
  /** Where a rule of a firewall begins that ends at an offset: both ends of one number are one port. */
  firstOf(path: string, offset: number): number;
  /** The services that are built from a stage of a Dockerfile. */
  built(stage: Stage): readonly Home[];
  dialled(path: string, occurrence: PortOccurrence): readonly Dialled[];
}

export function createHomes(workspace: Snapshot): Homes {
  const declared = onceEach((path: string) => {
    const found = new Map<string, Home[]>();
    for (const project of workspace.projectsOf(path))
      for (const service of project.services)
        for (const declaration of service.declarations)
          if (declaration.path === path) addTo(found, declaration.service.name, { project, service });
    return found;
  });
  const services = onceEach((project: ComposeProject) => new Map(project.services.map(each => [each.name, each])));
  const built = once(() => {
    const found = new Map<Stage, Home[]>();
    for (const project of workspace.projects())
      for (const service of project.services) {
        const dockerfile = dockerfileOf(workspace, service);
        if (dockerfile)
          for (const stage of stageChain(dockerfile, service.buildTarget)) addTo(found, stage, { project, service });
      }
    return found;
  });
  const dialled = onceEach((path: string) => {
    const facts = workspace.facts(path);
    const found = new Map<PortOccurrence, readonly Dialled[]>();
    for (const each of facts ? dialledIn(workspace, facts, true) : []) {
      const [first] = each;
      if (first) found.set(first.occurrence, each);
    }
    return found;
  });
  const pairs = onceEach(
    (path: string) =>
      new Map(
        (workspace.facts(path)?.firewallRules ?? []).flatMap(({ ports }) =>
          ports.flatMap(({ first, last }) => (last ? [[last.span.start, first.span.start]] : [])),
        ),
      ),
  );
  return {
    firstOf: (path, offset) => pairs(path).get(offset) ?? offset,
    declared: (path, name) => declared(path).get(name) ?? [],
    named: (path, name) =>
      workspace.projectsOf(path).flatMap(project => {
        const service = services(project).get(name);
        return service ? [{ project, service }] : [];
      }),
    projects: onceEach(path => {
      const found = new Set(workspace.projectsOf(path).map(({ id }) => id));
      return found.size > 0 ? [...found] : [path];
    }),
    users: onceEach(path => workspace.usersOf(path)),
    files: onceEach(service => new Set(workspace.filesOf(service))),
    built: stage => built().get(stage) ?? [],
    dialled: (path, occurrence) => dialled(path).get(occurrence) ?? [],
  };
}
