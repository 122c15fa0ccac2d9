import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, prepareRename, renamePort } from '../../server/core/analysis.ts';
import type { Files } from './project.ts';
import { REGISTRY } from './registry.ts';
import { openMarked } from './samePort.ts';

/** The files after the port at `‸` got another number; only those that change are named in `after`. */
export function renames(name: string, newName: string, files: Files, after: Files, canConfirm = true): void {
  test(name, () => {
    const { project, path, offset } = openMarked(files);
    const prepared = prepareRename(project.snapshot, REGISTRY, path, offset);
    assert.ok('span' in prepared, JSON.stringify(prepared));
    const renamed = renamePort(project.snapshot, REGISTRY, path, offset, newName, canConfirm);
    assert.ok('edits' in renamed, JSON.stringify(renamed));
    const paths = [...new Set(renamed.edits.map(edit => edit.path))];
    const changed = paths.map(each => [
      each.slice(project.root.length + 1),
      applyEdits(
        project.snapshot.facts(each)?.text ?? '',
        renamed.edits.filter(edit => edit.path === each),
      ),
    ]);
    assert.deepEqual(Object.fromEntries(changed), after);
  });
}

export function refuses(name: string, newName: string, files: Files, message: string): void {
  test(`refused: ${name}`, () => {
    const { project, path, offset } = openMarked(files);
    const prepared = prepareRename(project.snapshot, REGISTRY, path, offset);
    const answer =
      'refused' in prepared ? prepared : renamePort(project.snapshot, REGISTRY, path, offset, newName, true);
    assert.deepEqual(answer, { refused: message });
  });
}
