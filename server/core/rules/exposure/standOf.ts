import type { DocumentFacts } from '../../facts/document.ts';
import { basename, dirname, isInside, relativePath } from '../../text/path.ts';
import type { ComposeProject } from '../../workspace/composeProject.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { runsDevelopment } from './runsDevelopment.ts';
import { saysDevelopment } from './saysDevelopment.ts';

/** test: run for minutes and gone; development: run on a developer's machine, or a sample to read. */
export type Stand = 'test' | 'development' | undefined;

/** What a file, as its name, its folders, its neighbours and its own words tell, is run for. */
export function standOf(facts: DocumentFacts, workspace: Snapshot): Stand {
  const place = placeOf(facts.path, workspace.roots);
  if (place !== undefined) return place;
  if (saysDevelopment(facts) || hasProductionBeside(facts, workspace)) return 'development';
  const projects = workspace.projectsOf(facts.path);
  return projects.some(project => runsDevelopment(project, workspace) || isOneOfMany(project, workspace))
    ? 'development'
    : undefined;
}

/** It shares a host port with more projects than would ever run together: they are samples, or variants to choose from. */
function isOneOfMany(project: ComposeProject, workspace: Snapshot): boolean {
  if (workspace.projects().length <= MOST_PROJECTS) return false;
  // All projects are asked for each port, so of a file with thousands the first ones count. Overlays share their base's.
  return workspace
    .published(project)
    .slice(0, MOST_ASKED)
    .some(
      ({ hostRange }) => new Set(workspace.publishers(hostRange).map(({ port }) => port.path)).size > MOST_PROJECTS,
    );
}

const MOST_ASKED = 50;
const MOST_PROJECTS = 4;

/** Folder names count below the root only: someone may check a folder that is itself called `examples`. */
function placeOf(path: string, roots: readonly string[]): Stand {
  const inside = roots.filter(root => isInside(path, root)).toSorted((a, b) => b.length - a.length);
  const folder = relativePath(inside[0] ?? dirname(path), dirname(path)).split('/');
  const name = basename(path);
  if (folder.some(part => TESTS.test(part)) || TESTS.test(name)) return 'test';
  if (folder.some(part => SAMPLES.test(part) || DEVELOPMENT_FOLDER.test(part))) return 'development';
  return SAMPLES.test(name) || DEVELOPMENT_NAME.test(name) ? 'development' : undefined;
}

const TESTS =
  /(?:^|[-_.])(?:e2e|tests?|testing|__tests__|testdata|testenv|unittests?|fixtures?|specs?|bench|benchmarks?|integration|ci)(?:[-_.]|$)/i;
const SAMPLES =
  /(?:^|[-_.])(?:examples?|samples?|demos?|templates?|tutorials?|quick-?starts?|playgrounds?|sandbox|workshops?|recipes|blueprints)(?:[-_.]|$)/i;
const DEVELOPMENT_FOLDER =
  /^\.?(?:docs?|guides?|hack|contrib|dev|devel|develop|development|devcontainer|local|localdev|(?:docker|compose)[-_](?:dev|local|development)|(?:dev|local|development)[-_](?:docker|compose|env|environment|setup|stack|tools|services))$/i;
/** Compose takes an override unasked, so it is where developers change things; production names its files. */
const DEVELOPMENT_NAME =
  /(?:^|[-_.])(?:dev|devel|develop|development|local|localhost|debug|override|devcontainers?)(?:[-_.]|$)/i;

/** Another project of the folder is for production, so this one is not. */
function hasProductionBeside({ path, compose }: DocumentFacts, workspace: Snapshot): boolean {
  if (!compose || PRODUCTION.test(basename(path))) return false;
  return workspace
    .inFolder(dirname(path))
    .some(
      other =>
        other.compose &&
        PRODUCTION.test(basename(other.path)) &&
        !workspace.projectsOf(other.path).some(({ files }) => files.includes(path)),
    );
}

const PRODUCTION = /(?:^|[-_.])(?:prod|production)[-_.]/i;
