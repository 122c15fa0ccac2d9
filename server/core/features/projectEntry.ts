import type { Edit } from '../facts/finding.ts';
import { entryEdits } from '../workspace/entryEdits.ts';
import type { Snapshot } from '../workspace/snapshot.ts';

/** Edits of the files that are there, or the project file to make where there is none. */
export type ProjectChange =
  | { readonly kind: 'edit'; readonly edits: readonly Edit[] }
  | { readonly kind: 'create'; readonly path: string; readonly text: string };

/**
 * Adds `"name": value` to an object of the project file that a path belongs to: the file and the object are made where they
 * are missing. Undefined where the file is too broken to be edited.
 */
export function projectEntry(
  snapshot: Snapshot,
  path: string,
  section: 'rules' | 'ports',
  entry: string,
): ProjectChange | undefined {
  const root = snapshot.projectRoot(path);
  if (!root) return undefined;
  const project = snapshot.project(path);
  if (!project) {
    if (snapshot.facts(root.file)) return undefined;
    return { kind: 'create', path: root.file, text: `{\n  "${section}": {\n    ${entry}\n  }\n}\n` };
  }
  const { places, has } = project;
  const place = places[section];
  if (place) return { kind: 'edit', edits: entryEdits(project.path, place, entry) };
  // What stands under the name is no object.
  if (!places.root || has[section]) return undefined;
  const indent = /\r?\n[ \t]*$/.exec(places.root.before)?.[0];
  const written = indent === undefined ? `"${section}": { ${entry} }` : `"${section}": {${indent}  ${entry}${indent}}`;
  return { kind: 'edit', edits: entryEdits(project.path, places.root, written) };
}
