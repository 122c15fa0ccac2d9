import { type Identity, identities } from '../../server/cli/fingerprint.ts';
import { keyPaths } from '../../server/cli/keyPaths.ts';
import { type Finding, reaches } from '../../server/core/analysis.ts';
import { type Files, openProject } from './project.ts';
import { applied } from './rulePage.ts';

/**
 * What is wrong with the fixes that files offer: each, by itself, must remove its finding, and add no warning anywhere and
 * nothing at all where it is. Elsewhere a number that fewer share may be worth a note that it was not before.
 */
export function fixFaults(files: Files): readonly string[] {
  const { root } = openProject(files);
  const before = found(files);
  return before.flatMap(one =>
    one.finding.fixes.flatMap(fix => {
      const after = found(applied(files, fix, root));
      const title = `${one.id}: ${fix.title}`;
      const added = after.filter(
        ({ id, key, path, finding: { severity } }) =>
          count(after, id) > count(before, id) &&
          (reaches(severity, 'warning') || (key === one.key && path === one.path)),
      );
      return [
        ...added.map(({ finding }) => `${title}: adds ${finding.rule}: ${finding.message}`),
        ...(at(after, one.place) < at(before, one.place) ? [] : [`${title}: leaves it`]),
      ];
    }),
  );
}

/** Every finding of every file. */
export function findingsIn(files: Files): readonly Finding[] {
  return found(files).map(({ finding }) => finding);
}

interface Found extends Identity {
  readonly finding: Finding;
  readonly id: string;
  /** With indexes. */
  readonly place: string;
}

/** Neither wording nor port count: one may speak of how many others there are, the other is what a fix may change. */
function found(files: Files): readonly Found[] {
  const { root, snapshot, findings } = openProject(files);
  return Object.keys(files).flatMap(file => {
    const facts = snapshot.facts(`${root}/${file}`);
    if (!facts) return [];
    const identify = identities({ facts, fromRoot: file });
    const keyPathAt = keyPaths(facts);
    return findings(file).map(finding => {
      const identity = identify(finding);
      const { rule, path, key } = identity;
      return {
        ...identity,
        finding,
        id: `${path}: ${rule} at ${key}`,
        place: `${path}: ${rule} at ${keyPathAt(finding.at.span).join('.')}`,
      };
    });
  });
}

function at(all: readonly Found[], place: string): number {
  return all.filter(each => each.place === place).length;
}

function count(all: readonly Found[], id: string): number {
  return all.filter(each => each.id === id).length;
}
