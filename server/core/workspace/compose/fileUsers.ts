import { once } from '../../text/once.ts';
import { dirname, resolvePath } from '../../text/path.ts';
import type { ComposeProject, ProjectService } from './composeProject.ts';
import type { FactsOf } from './declaration.ts';
import { filledPath } from './filledPath.ts';

/** A service that reads a file, and how it comes to have it. */
export interface FileUser {
  readonly project: ComposeProject;
  readonly service: ProjectService;
  /** environment: its variables; mount and copy: the file stands in its container. */
  readonly how: 'environment' | 'mount' | 'copy';
}

export interface FileUsers {
  usersOf(path: string): readonly FileUser[];
  /** Files and folders, whether anybody knows what is in them or not. */
  filesOf(service: ProjectService): readonly string[];
}

/** Which services of compose projects have a file: as `env_file`, mounted, or copied by the Dockerfile that builds them. */
export function createFileUsers(projects: () => readonly ComposeProject[], factsOf: FactsOf): FileUsers {
  const users = once(() => usersByPath(projects(), factsOf));
  return {
    usersOf(path) {
      const found = [...(users().get(path) ?? [])];
      // What is mounted or copied may be a folder around the file.
      for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder))
        for (const user of users().get(folder) ?? []) if (user.how !== 'environment') found.push(user);
      return found;
    },
    filesOf: service => [...filesOf(service, factsOf)].map(([path]) => path),
  };
}

function usersByPath(projects: readonly ComposeProject[], factsOf: FactsOf): ReadonlyMap<string, readonly FileUser[]> {
  const users = new Map<string, FileUser[]>();
  for (const project of projects)
    for (const service of project.services)
      for (const [path, how] of filesOf(service, factsOf)) {
        const known = users.get(path);
        if (!known) users.set(path, [{ project, service, how }]);
        else if (!known.some(user => user.service === service)) known.push({ project, service, how });
      }
  return users;
}

function* filesOf(service: ProjectService, factsOf: FactsOf): Iterable<readonly [string, FileUser['how']]> {
  for (const { path, service: written, environment } of service.declarations) {
    for (const file of written.envFiles) {
      const found = filledPath(file.path, path, environment);
      if (found !== undefined) yield [found, 'environment'];
    }
    for (const { source } of written.binds) {
      const found = filledPath(source, path, environment);
      // With the whole project in a container, no file is more its own than the others.
      if (found !== undefined && found !== dirname(path)) yield [found, 'mount'];
    }
    const context = written.build?.context ? filledPath(written.build.context, path, environment) : dirname(path);
    if (!written.build || context === undefined) continue;
    for (const dockerfile of service.dockerfiles)
      for (const { sources } of factsOf(dockerfile)?.stages?.flatMap(({ copies }) => copies) ?? [])
        for (const source of sources) {
          const found = resolvePath(context, source.replace(/^\//, ''));
          if (found !== context && !/[*?[$]/.test(source)) yield [found, 'copy'];
        }
  }
}
