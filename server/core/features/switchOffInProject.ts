import type { Edit } from '../facts/finding.ts';
import { entryEdits } from '../workspace/entryEdits.ts';
import type { Snapshot } from '../workspace/snapshot.ts';

/** Edits of the project file, or the file to make where there is none. */
export type ProjectChange =
  | { readonly kind: 'edit'; readonly edits: readonly Edit[] }
  | { readonly kind: 'create'; readonly path: string; readonly text: string };

/** Switches a rule off for the project that a path belongs to; undefined where the file is too broken to be edited. */
export function switchOffInProject(snapshot: Snapshot, path: string, rule: string): ProjectChange | undefined {
  const root = snapshot.projectRoot(path);
  if (!root) return undefined;
  const project = snapshot.project(path);
  const entry = `"${rule}": "off"`;
  if (!project) {
    if (snapshot.facts(root.file)) return undefined;
    return { kind: 'create', path: root.file, text: `{\n  "rules": {\n    ${entry}\n  }\n}\n` };
  }
  const { rules, places } = project;
  const known = rules.findLast(({ id }) => id === rule)?.level;
  if (known) return { kind: 'edit', edits: [{ path: project.path, span: known, newText: '"off"' }] };
  if (places.rules) return { kind: 'edit', edits: entryEdits(project.path, places.rules, entry) };
  // What stands under `rules` is no object.
  if (!places.root || project.hasRules) return undefined;
  const { before } = places.root;
  const indent = /\r?\n[ \t]*$/.exec(before)?.[0];
  const written = indent === undefined ? `"rules": { ${entry} }` : `"rules": {${indent}  ${entry}${indent}}`;
  return { kind: 'edit', edits: entryEdits(project.path, places.root, written) };
}
