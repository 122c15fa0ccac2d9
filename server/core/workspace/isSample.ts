import { basename, dirname, relativePath } from '../text/path.ts';

const SHOWN = 'examples?|samples?|demos?|fixtures?|tests?|systemtests?|e2e|templates?|tmpl|bench(?:mark)?s?';
const OF_FILES = new RegExp(`(?<![a-z0-9])(?:${SHOWN})(?![a-z0-9])`, 'i');
const OF_FOLDERS = new RegExp(
  `(?<![a-z0-9])(?:${SHOWN}|testdata|testing|cypress|docs?|documentation|playgrounds?|tutorials?|quickstarts?|workshops?|` +
    'recipes?|cookbooks?|snippets?|archived?|deprecated|legacy|dev|devel|development|devcontainer|staging|nightly|ci|github)(?![a-z0-9])',
  'i',
);

/**
 * What shows something, or tries it out, and runs on nobody's machine for long. Names count below the root only: someone may
 * check a folder that is itself called `examples`.
 */
export function isSample(path: string, root: string): boolean {
  return OF_FOLDERS.test(relativePath(root, dirname(path))) || OF_FILES.test(basename(path));
}
