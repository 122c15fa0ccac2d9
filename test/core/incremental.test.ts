import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createRecogniser,
  createWorkspace,
  DEFAULT_SETTINGS,
  findingsOf,
  readProjectFile,
  type Workspace,
} from '../../server/core/analysis.ts';
import { type Files, projectFiles, projectNames } from '../harness/project.ts';
import { REGISTRY } from '../harness/registry.ts';

// A snapshot takes over most of the one before it. What it says must not tell.
for (const name of projectNames())
  test(`${name}: after files went and came back, all is as if it had been read at once`, () => {
    const files = projectFiles(name);
    const workspace = opened(files);
    const before = said(workspace, files);
    for (const file of Object.keys(files).slice(0, MOST_FILES)) {
      const { [file]: text = '', ...others } = files;
      workspace.delete(pathOf(file));
      settle(workspace, others);
      const anew = opened(files);
      anew.delete(pathOf(file));
      settle(anew, others);
      assert.deepEqual(said(workspace, others), said(anew, others), `without ${file}`);
      const half = { ...others, [file]: text.slice(0, text.length / 2) };
      workspace.set(pathOf(file), half[file] ?? '');
      settle(workspace, half);
      said(workspace, half);
      workspace.set(pathOf(file), text);
      settle(workspace, files);
    }
    assert.deepEqual(sorted(said(workspace, files)), sorted(before));
  });

/** Of one project: each is a round for all of its files. */
const MOST_FILES = 4;

function pathOf(file: string): string {
  return `/project/${file}`;
}

function opened(files: Files): Workspace {
  const text = files['portolan.json'];
  const project = text === undefined ? undefined : { folder: '/project', file: readProjectFile(text) };
  const recogniser = createRecogniser([], project);
  const workspace = createWorkspace(recogniser);
  workspace.setRoots(['/project']);
  for (const [file, text] of Object.entries(files))
    if (recogniser.mayRead(pathOf(file))) workspace.set(pathOf(file), text);
  settle(workspace, files);
  return workspace;
}

function settle(workspace: Workspace, files: Files): void {
  for (let wanted = workspace.wanted(); wanted.length > 0; wanted = workspace.wanted()) {
    for (const { path, format } of wanted) {
      const text = files[path.slice('/project/'.length)];
      if (text === undefined) workspace.delete(path);
      else workspace.set(path, text, { format });
    }
  }
}

function said(workspace: Workspace, files: Files): readonly string[] {
  return Object.keys(files).flatMap(file =>
    findingsOf(workspace.snapshot(), REGISTRY, pathOf(file), DEFAULT_SETTINGS).map(finding => JSON.stringify(finding)),
  );
}

/** Which of several places is named may hang on the order in which the files came. */
function sorted(lines: readonly string[]): readonly string[] {
  return lines.map(line => [...line].sort().join('')).sort();
}
