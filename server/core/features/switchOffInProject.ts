import type { Snapshot } from '../workspace/snapshot.ts';
import { type ProjectChange, projectEntry } from './projectEntry.ts';

/** Switches a rule off for the project that a path belongs to; undefined where the file is too broken to be edited. */
export function switchOffInProject(snapshot: Snapshot, path: string, rule: string): ProjectChange | undefined {
  const project = snapshot.project(path);
  const known = project?.rules.findLast(({ id }) => id === rule)?.level;
  if (project && known) return { kind: 'edit', edits: [{ path: project.path, span: known, newText: '"off"' }] };
  return projectEntry(snapshot, path, 'rules', `"${rule}": "off"`);
}
