import type { DocumentFacts } from '../../facts/document.ts';
import { addTo } from '../../text/addTo.ts';
import { basename, dirname, resolvePath } from '../../text/path.ts';
import { environmentOf } from '../environment.ts';
import type { FactsOf } from './declaration.ts';
import { isOverlay } from './isOverlay.ts';
import { listedProjects } from './listedProjects.ts';

/** In Compose's own order: the first that exists is the project. */
const BASES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const OVERRIDES = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
];

/** The files of a project in merge order. */
export interface ProjectFiles {
  readonly files: readonly string[];
  /** In place of the `.env` beside the first file. */
  readonly envFiles?: readonly string[];
  /** Switched on by a command line. */
  readonly profiles?: readonly string[];
  /** The name alone tells that the last file is laid over the first. */
  readonly isOverlay?: boolean;
}

/**
 * Which files make a project together. The base of a folder is merged with its override by itself; command lines name
 * other lists; another file is an overlay of the base where it cannot run alone, and else a project of its own.
 * https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/
 */
export function projectFiles(documents: Iterable<DocumentFacts>, factsOf: FactsOf): readonly ProjectFiles[] {
  const folders = new Map<string, DocumentFacts[]>();
  const callers: DocumentFacts[] = [];
  for (const document of documents) {
    if (document.composeCalls) callers.push(document);
    if (document.compose) addTo(folders, dirname(document.path), document);
  }
  if (folders.size === 0) return [];
  const listed = listedProjects(callers, factsOf);
  const used = new Set(listed.flatMap(({ files }) => files));
  // What others take services from is a collection of parts, unless its name says that it is a project.
  for (const files of folders.values())
    for (const { references, path } of files)
      for (const { kind, path: parent } of references) if (kind === 'extends' && parent !== path) used.add(parent);
  return [...[...folders].flatMap(([folder, files]) => filesOfFolder(folder, files, used, factsOf)), ...listed];
}

/** All that the lists depend on of one document: equal texts, equal lists. */
export function listingOf(facts: DocumentFacts | undefined): string {
  if (!facts) return '';
  const { path, compose, composeCalls, references } = facts;
  const parents = compose ? references.flatMap(({ kind, path: parent }) => (kind === 'extends' ? [parent] : [])) : [];
  const { lookup } = environmentOf(basename(path) === '.env' ? [facts] : []);
  const own = [lookup('COMPOSE_FILE'), lookup('COMPOSE_PATH_SEPARATOR')];
  return JSON.stringify([compose && isOverlay(compose), composeCalls, [...new Set(parents)].sort(), own]);
}

function filesOfFolder(
  folder: string,
  files: readonly DocumentFacts[],
  used: ReadonlySet<string>,
  factsOf: FactsOf,
): readonly ProjectFiles[] {
  const byName = new Map(files.map(file => [basename(file.path).toLowerCase(), file.path]));
  const pick = (names: readonly string[]): string | undefined =>
    names.map(name => byName.get(name)).find(path => path !== undefined);
  const listed = composeFileVariable(folder, factsOf);
  const base = listed?.[0] ?? pick(BASES);
  const override = listed ? undefined : pick(OVERRIDES);
  const main = listed ?? [base, override].filter(path => path !== undefined);
  const taken = new Set(main);
  const projects: ProjectFiles[] = main.length > 0 ? [{ files: main }] : [];
  for (const file of files) {
    // How others use a file is known.
    if (taken.has(file.path) || used.has(file.path)) continue;
    if (base !== undefined && file.compose && isOverlay(file.compose))
      projects.push({ files: [base, file.path], isOverlay: true });
    else projects.push({ files: [file.path] });
  }
  return projects;
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
