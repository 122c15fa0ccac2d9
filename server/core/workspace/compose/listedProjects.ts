import type { ComposeCall } from '../../facts/composeCall.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import { dirname, resolvePath } from '../../text/path.ts';
import type { ProjectFiles } from './composeFiles.ts';
import type { FactsOf } from './declaration.ts';
import { isOverlay } from './isOverlay.ts';

/** The projects that command lines make of compose files that are known, each list once. */
export function listedProjects(callers: readonly DocumentFacts[], factsOf: FactsOf): readonly ProjectFiles[] {
  const found = new Map<string, ProjectFiles>();
  for (const { path, composeCalls = [] } of callers) {
    for (const call of composeCalls) {
      const project = located(dirname(path), call, factsOf);
      if (project) found.set(JSON.stringify(project), project);
    }
  }
  return [...found.values()];
}

/** Where a command runs its text does not tell: the nearest folder around it that has all of the files. */
function located(
  from: string,
  { files, envFiles, profiles, folder = '.' }: ComposeCall,
  factsOf: FactsOf,
): ProjectFiles | undefined {
  for (const base of foldersUp(from)) {
    const at = (path: string): string => resolvePath(resolvePath(base, folder), path);
    const paths = files.map(at);
    if (!paths.every(path => factsOf(path)?.compose !== undefined)) continue;
    const environment = envFiles.map(at);
    // Without the file, nobody knows what its variables are worth.
    if (environment.some(path => factsOf(path) === undefined) || !canRun(paths, factsOf)) return undefined;
    return {
      files: paths,
      ...(environment.length > 0 && { envFiles: environment }),
      ...(profiles.length > 0 && { profiles }),
    };
  }
  return undefined;
}

/** A list of one file that cannot run alone is a slip, or is run elsewhere. */
function canRun([first, ...others]: readonly string[], factsOf: FactsOf): boolean {
  const file = first === undefined ? undefined : factsOf(first)?.compose;
  return others.length > 0 || !file || !isOverlay(file);
}

function* foldersUp(folder: string): Iterable<string> {
  for (let at = folder, above = dirname(folder); ; at = above, above = dirname(above)) {
    yield at;
    if (above === at || above === '.') return;
  }
}
