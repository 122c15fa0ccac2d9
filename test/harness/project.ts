import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  createRecogniser,
  createWorkspace,
  DEFAULT_SETTINGS,
  type Finding,
  findingsOf,
  type Place,
  type RuleSettings,
  readProjectFile,
  relativePath,
  type Snapshot,
} from '../../server/core/analysis.ts';
import { REGISTRY } from './registry.ts';

/** The files of a workspace folder, by their paths below it. */
export type Files = Readonly<Record<string, string>>;

/** A folder of files as a host would load it, in memory. */
export interface Project {
  readonly root: string;
  readonly snapshot: Snapshot;
  findings(file: string, settings?: RuleSettings): readonly Finding[];
  /** `compose.yaml:6:9 error host-port-collision: …`, a line for each finding of the file, places counted from 1. */
  lines(file: string): readonly string[];
  showPlace(place: Place): string;
}

/** Loads what is recognised, and what those files name, as a host does. */
export function openProject(files: Files, root = '/project'): Project {
  const projectFile = files['portolan.json'];
  const project = projectFile === undefined ? undefined : { folder: root, file: readProjectFile(projectFile) };
  const recogniser = createRecogniser([], project);
  const workspace = createWorkspace(recogniser);
  workspace.setRoots([root]);
  const textAt = (path: string): string | undefined => files[relativePath(root, path)];
  for (const [file, text] of Object.entries(files))
    if (recogniser.mayRead(`${root}/${file}`)) workspace.set(`${root}/${file}`, text);
  for (let wanted = workspace.wanted(); wanted.length > 0; wanted = workspace.wanted()) {
    for (const { path, format } of wanted) {
      const text = textAt(path);
      if (text === undefined) workspace.delete(path);
      else workspace.set(path, text, { format });
    }
  }
  const snapshot = workspace.snapshot();
  const findings = (file: string, settings: RuleSettings = DEFAULT_SETTINGS): readonly Finding[] =>
    findingsOf(snapshot, REGISTRY, `${root}/${file}`, settings);
  const showPlace = ({ path, span }: Place): string => {
    const { line = -1, character = -1 } = snapshot.facts(path)?.lines.position(span.start) ?? {};
    return `${relativePath(root, path)}:${line + 1}:${character + 1}`;
  };
  return {
    root,
    snapshot,
    findings,
    showPlace,
    lines: file =>
      findings(file).map(({ at, severity, rule, message }) => `${showPlace(at)} ${severity} ${rule}: ${message}`),
  };
}

const PROJECTS = join(import.meta.dirname, '../projects');

/** The folders below `test/projects/`. */
export function projectNames(): readonly string[] {
  return readdirSync(PROJECTS, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/**
 * What all files of a project report, and what its `expected.txt` says; with `UPDATE=1` that is written first. Hints
 * count where its first line asks for them.
 */
export function projectReport(name: string): { readonly actual: string; readonly expected: string } {
  const folder = join(PROJECTS, name);
  const files = projectFiles(name);
  const project = openProject(files, `/${name}`);
  const expectedPath = join(folder, 'expected.txt');
  const before = existsSync(expectedPath) ? readFileSync(expectedPath, 'utf8').replaceAll('\r\n', '\n') : '';
  const header = before.startsWith(WITH_HINTS) ? WITH_HINTS : '';
  const lines = Object.keys(files).flatMap(file =>
    project
      .findings(file)
      .filter(({ severity }) => header !== '' || severity !== 'hint')
      .flatMap(({ at, severity, rule, message, related }) => [
        `${project.showPlace(at)} ${severity} ${rule}: ${message}`,
        ...related.map(place => `  ${project.showPlace(place)} ${place.message}`),
      ]),
  );
  const actual = header + (lines.length === 0 ? 'nothing\n' : `${lines.join('\n')}\n`);
  if (process.env.UPDATE === '1') writeFileSync(expectedPath, actual);
  const expected = process.env.UPDATE === '1' ? actual : before;
  return { actual, expected: expected === '' ? 'none: run with UPDATE=1\n' : expected };
}

const WITH_HINTS = 'with hints\n';

/** The files of a project, without its `expected.txt`. */
export function projectFiles(name: string): Files {
  const folder = join(PROJECTS, name);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name !== 'expected.txt')
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    files.map(path => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}
