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

/** Which services of a project have a file or a folder: as `env_file`, mounted, or copied by the Dockerfile that builds them. */
export function fileUsers(project: ComposeProject, factsOf: FactsOf): ReadonlyMap<string, readonly FileUser[]> {
  const users = new Map<string, FileUser[]>();
  for (const service of project.services)
    for (const [path, how] of filesOf(service, factsOf)) {
      const known = users.get(path);
      if (!known) users.set(path, [{ project, service, how }]);
      else if (known.at(-1)?.service !== service) known.push({ project, service, how });
    }
  return users;
}

/** What is mounted or copied may be a folder around the file. */
export function usersAround(path: string, usersAt: (path: string) => readonly FileUser[]): readonly FileUser[] {
  const found = [...usersAt(path)];
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder))
    for (const user of usersAt(folder)) if (user.how !== 'environment') found.push(user);
  return found;
}

/** Files and folders, whether anybody knows what is in them or not. */
export function* filesOf(service: ProjectService, factsOf: FactsOf): Iterable<readonly [string, FileUser['how']]> {
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
