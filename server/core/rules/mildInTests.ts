import { basename, dirname, relativePath } from '../text/path.ts';
import { rootOf } from '../workspace/rootOf.ts';
import type { RawFinding, RuleContext } from './rule.ts';

/** Findings of a test's own data are infos: what no program takes is there to see that it is refused. */
export function mildInTests<M extends string>(
  check: (context: RuleContext) => Iterable<RawFinding<M>>,
): (context: RuleContext) => Iterable<RawFinding<M>> {
  return function* (context) {
    let isTest: boolean | undefined;
    for (const finding of check(context)) {
      isTest ??= isOfTest(context);
      yield isTest ? { ...finding, severity: 'info' } : finding;
    }
  };
}

/** Folder names count below the root only: someone may check a folder that is itself called `tests`. */
function isOfTest({ facts: { path }, workspace }: RuleContext): boolean {
  const folders = relativePath(rootOf(workspace, path), dirname(path)).split('/');
  return folders.some(name => FOLDER.test(name)) || FILE.test(basename(path));
}

const FOLDER = /^(?:__)?(?:tests?|test[-_]?data|fixtures?|specs?|e2e|mocks?)(?:__)?$/i;

/** `test_config.py`, `server.test.ts` */
const FILE = /^test_|[._-](?:test|spec)\.\w+$/i;
