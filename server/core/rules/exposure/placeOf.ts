import { basename, dirname, relativePath } from '../../text/path.ts';
import { rootOf } from '../../workspace/rootOf.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';

/** test: run for minutes and gone; development: run on a developer's machine, or a sample to read. */
export type Stand = 'test' | 'development' | undefined;

/** Folder names count below the root only: someone may check a folder that is itself called `examples`. */
export function placeOf(workspace: Snapshot, path: string): Stand {
  const folder = relativePath(rootOf(workspace, path), dirname(path)).split('/');
  const name = basename(path);
  if (folder.some(part => TESTS.test(part)) || TESTS.test(name)) return 'test';
  if (folder.some(part => SAMPLES.test(part) || DEVELOPMENT_FOLDER.test(part))) return 'development';
  return SAMPLES.test(name) || DEVELOPMENT_NAME.test(name) ? 'development' : undefined;
}

const TESTS =
  /^\.(?:github|gitlab|circleci|buildkite)$|(?:^|[-_.])(?:e2e|tests?|testing|__tests__|testdata|testenv|unittests?|fixtures?|specs?|bench|benchmarks?|integration|ci)(?:[-_.]|$)/i;
const SAMPLES =
  /(?:^|[-_.])(?:examples?|samples?|demos?|templates?|tutorials?|quick-?starts?|playgrounds?|sandbox|simple|workshops?|recipes|blueprints)(?:[-_.]|$)/i;
const DEVELOPMENT_FOLDER =
  /^\.?(?:docs?|guides?|learn\w{0,40}|lessons?|hack|contrib|dev|devel|develop|development|devcontainer|local|localdev|(?:docker|compose)[-_](?:dev|local|development)|(?:dev|local|development)[-_](?:docker|compose|env|environment|setup|stack|tools|services))$/i;
/** Compose takes an override unasked, so it is where developers change things; production names its files. */
const DEVELOPMENT_NAME =
  /(?:^|[-_.])(?:dev|devel|develop|development|local|localhost|debug|override|devcontainers?)(?:[-_.]|$)/i;
