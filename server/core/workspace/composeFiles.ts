import type { DocumentFacts } from '../facts/document.ts';
import { basename, dirname, resolvePath } from '../text/path.ts';
import type { FactsOf } from './declaration.ts';
import { environmentOf } from './environment.ts';

/** In Compose's own order: the first that exists is the project. */
const BASES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const OVERRIDES = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
];

/**
 * Which files make a project together, each list in merge order. The base of a folder is merged with its override by
 * itself; another file is an overlay of the base where it cannot run alone, and else a project of its own.
 * https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/
 */
export function projectFiles(documents: Iterable<DocumentFacts>, factsOf: FactsOf): readonly (readonly string[])[] {
  const folders = new Map<string, DocumentFacts[]>();
  for (const document of documents) {
    if (!document.compose) continue;
    const folder = dirname(document.path);
    const known = folders.get(folder);
    if (known) known.push(document);
    else folders.set(folder, [document]);
  }
  return [...folders].flatMap(([folder, files]) => filesOfFolder(folder, files, factsOf));
}

function filesOfFolder(
  folder: string,
  files: readonly DocumentFacts[],
  factsOf: FactsOf,
): readonly (readonly string[])[] {
  const byName = new Map(files.map(file => [basename(file.path).toLowerCase(), file.path]));
  const pick = (names: readonly string[]): string | undefined =>
    names.map(name => byName.get(name)).find(path => path !== undefined);
  const listed = composeFileVariable(folder, factsOf);
  const base = listed?.[0] ?? pick(BASES);
  const override = listed ? undefined : pick(OVERRIDES);
  const main = listed ?? [base, override].filter(path => path !== undefined);
  const taken = new Set(main);
  const projects: (readonly string[])[] = main.length > 0 ? [main] : [];
  for (const file of files) {
    if (taken.has(file.path)) continue;
    projects.push(base !== undefined && isOverlay(file) ? [base, file.path] : [file.path]);
  }
  return projects;
}

/** A service with neither image nor build needs another file to run. */
function isOverlay(file: DocumentFacts): boolean {
  return file.compose?.services.some(service => !service.image && !service.build && !service.extends) === true;
}

/** https://docs.docker.com/compose/how-tos/environment-variables/envvars/#compose_file */
function composeFileVariable(folder: string, factsOf: FactsOf): readonly string[] | undefined {
  const { lookup } = environmentOf([factsOf(resolvePath(folder, '.env'))]);
  const written = lookup('COMPOSE_FILE');
  if (written === undefined || written === '') return undefined;
  const separator = lookup('COMPOSE_PATH_SEPARATOR') || (written.includes(';') ? ';' : ':');
  const paths = written
    .split(separator)
    .filter(path => path !== '')
    .map(path => resolvePath(folder, path));
  return paths.every(path => factsOf(path)?.compose !== undefined) ? paths : undefined;
}
