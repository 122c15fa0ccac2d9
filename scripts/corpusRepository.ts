import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { bundledRegistry } from '../registry/bundled.ts';
import { textParts } from '../registry/table.ts';
import type { Io, Output } from '../server/cli/io.ts';
import { run } from '../server/cli/run.ts';
import type { Severity } from '../server/core/analysis.ts';
import { ROOT } from './root.ts';

export interface Repository {
  readonly name: string;
  readonly folder: string;
}

/** A finding as `check` prints it, and the line that it is about. */
export interface CorpusFinding {
  readonly repository: string;
  readonly path: string;
  readonly line: number;
  readonly col: number;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly source: string;
}

/** A folder that holds a file or a `.git` is a repository; any other holds repositories. */
export function repositoriesIn(folder: string): readonly Repository[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const isRepository = entries.some(entry => entry.isFile() || entry.name === '.git');
  const folders = isRepository
    ? [resolve(folder)]
    : entries.filter(entry => entry.isDirectory() || entry.isSymbolicLink()).map(({ name }) => resolve(folder, name));
  return folders.map(path => ({ name: basename(path), folder: path })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What `check --level hint` says in the repository, as its own command line would. */
export function checkRepository(
  { name, folder }: Repository,
  rules: readonly string[] | undefined,
): { readonly found: readonly CorpusFinding[]; readonly failed: readonly string[] } {
  let stdout = '';
  let stderr = '';
  const io: Io = {
    cwd: folder,
    windows: process.platform === 'win32',
    env: {},
    version: '0.0.0',
    stdout: output(text => (stdout += text)),
    stderr: output(text => (stderr += text)),
    readStdin: () => new Uint8Array(),
    registry: () => REGISTRY,
    busyPorts: () => new Set(),
    now: () => 0,
    startServer() {},
  };
  const failed: string[] = [];
  try {
    run(['check', '--level', 'hint', '--format', 'jsonl'], io);
  } catch (error) {
    failed.push(`${name}: ${error}`);
  }
  failed.push(
    ...stderr.split('\n').flatMap(line => (line.includes('a fault of Portolan') ? [`${name}: ${line}`] : [])),
  );
  const lineAt = createLines(folder);
  const found = stdout.split('\n').flatMap(json => {
    if (json === '') return [];
    const { path, line, col, rule, severity, message } = JSON.parse(json);
    if (rules && !rules.includes(rule)) return [];
    return [{ repository: name, path, line, col, rule, severity, message, source: lineAt(path, line, col) }];
  });
  return { found, failed };
}

const REGISTRY = bundledRegistry(textParts(() => readFileSync(join(ROOT, 'registry/table.generated.txt'), 'utf8')));

function output(write: (text: string) => void): Output {
  return { isTerminal: false, closed: () => false, write, flush() {} };
}

/** Findings come file by file, so one file is kept. Of a long line only what stands around the column. */
function createLines(folder: string): (path: string, line: number, col: number) => string {
  let known = '';
  let lines: readonly string[] = [];
  return (path, line, col) => {
    if (known !== path) lines = readFileSync(join(folder, path), 'utf8').split(/\r\n|\r|\n/);
    known = path;
    const text = lines[line - 1] ?? '';
    return (text.length <= LONGEST ? text : text.slice(Math.max(0, col - LONGEST / 2), col + LONGEST / 2)).trim();
  };
}

/** In UTF-16 units. */
const LONGEST = 200;
