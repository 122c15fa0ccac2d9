import type { ComposeFile, ComposeService } from '../../facts/compose.ts';
import { interpolate } from '../../ports/read/interpolate.ts';
import { append } from '../../text/append.ts';
import { grouped } from '../../text/grouped.ts';
import { onceEach } from '../../text/onceEach.ts';
import { optional } from '../../text/optional.ts';
import { dirname, resolvePath } from '../../text/path.ts';
import { type Environment, environmentOf } from '../environment.ts';
import type { ProjectFiles } from './composeFiles.ts';
import type { Declaration, FactsOf } from './declaration.ts';
import { filledPath } from './filledPath.ts';

export interface Declarations {
  /** By service name, each in merge order. */
  readonly declarations: ReadonlyMap<string, readonly Declaration[]>;
  readonly files: readonly string[];
  readonly environment: Environment;
  readonly name?: string;
}

/** Chains of `extends` and `include` longer than this are taken for a circle. */
const LONGEST_CHAIN = 20;

/** Gathers every service of a project's files, of what they include, and of what their services extend. */
export function declarationsOf({ files: paths, envFiles }: ProjectFiles, factsOf: FactsOf): Declarations {
  const declarations = new Map<string, Declaration[]>();
  const files = new Set<string>();
  const [first = ''] = paths;
  // Of several `--env-file` the last one wins.
  const named = envFiles?.toReversed() ?? [resolvePath(dirname(first), '.env')];
  const environment = environmentOf(named.map(factsOf));
  // Thousands of services may extend one another.
  const servicesOf = onceEach((path: string) => grouped(factsOf(path)?.compose?.services ?? [], each => each.name));
  let name: string | undefined;
  for (const path of paths) {
    const file = addFile(path, environment, 0);
    name = (file?.name && interpolate(file.name, 'dollar', environment.lookup).text) ?? name;
  }
  return { declarations, files: [...files], environment, ...optional('name', name) };

  function addFile(path: string, local: Environment, depth: number): ComposeFile | undefined {
    const file = factsOf(path)?.compose;
    // A file that is included twice is one file.
    if (!file || files.has(path) || depth > LONGEST_CHAIN) return undefined;
    files.add(path);
    for (const include of file.includes) addInclude(path, include, local, depth);
    for (const service of file.services) {
      const chain = extended({ path, service, environment: local }, depth);
      const known = declarations.get(service.name);
      if (service.tag === 'reset') declarations.delete(service.name);
      else if (known && service.tag !== 'override') append(known, chain);
      else declarations.set(service.name, chain);
    }
    return file;
  }

  /** What the including project knows goes before the included project's own `.env`. */
  function addInclude(path: string, include: ComposeFile['includes'][number], outer: Environment, depth: number): void {
    const included = include.paths.flatMap(written => filledPath(written, path, outer) ?? []);
    const [main] = included;
    if (main === undefined) return;
    const folder = (include.projectDirectory && filledPath(include.projectDirectory, path, outer)) ?? dirname(main);
    const own =
      include.envFiles.length > 0
        ? include.envFiles.flatMap(written => filledPath(written, path, outer) ?? [])
        : [resolvePath(folder, '.env')];
    const inner = layered(outer, environmentOf(own.map(factsOf)));
    for (const each of included) addFile(each, inner, depth + 1);
  }

  /** The service behind those that it extends. https://docs.docker.com/reference/compose-file/services/#extends */
  function extended(declaration: Declaration, depth: number): Declaration[] {
    const { path, service, environment: local } = declaration;
    const parent = service.extends;
    if (!parent || depth > LONGEST_CHAIN) return [declaration];
    const parentPath = parent.file ? filledPath(parent.file, path, local) : path;
    const found = parentPath === undefined ? undefined : serviceOf(parentPath, parent.service);
    if (!found || parentPath === undefined || found === service) return [declaration];
    if (parentPath !== path) files.add(parentPath);
    return [...extended({ path: parentPath, service: found, environment: local }, depth + 1), declaration];
  }

  function serviceOf(path: string, service: string): ComposeService | undefined {
    return servicesOf(path).get(service)?.[0];
  }
}

function layered(outer: Environment, inner: Environment): Environment {
  return {
    lookup: name => outer.lookup(name) ?? inner.lookup(name),
    definition: name => outer.definition(name) ?? inner.definition(name),
  };
}
