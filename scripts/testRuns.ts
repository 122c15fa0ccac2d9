import { type SpawnOptionsWithoutStdio, spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { run } from 'node:test';
import { dot } from 'node:test/reporters';
import { ROOT } from './root.ts';

export interface Result {
  readonly title?: string;
  readonly passed: number;
  readonly failed: number;
  /** Why it could not run. */
  readonly missing?: string;
}

/** In milliseconds. An editor that hangs must not keep the rest. */
const LONGEST = 300_000;

/** One check: that the program ends well. */
export async function program(name: string, args: readonly string[]): Promise<Result> {
  const { status } = await output(name, args, () => true);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** All of `test/` but the editors. */
export async function runUnitTests(): Promise<Result> {
  const files = globSync('test/**/*.test.ts', { cwd: ROOT, exclude: ['test/editors/**'] }).map(file =>
    join(ROOT, file),
  );
  let counts = { passed: 0, failed: 0 };
  // Of itself it leaves one core free, which on a machine with two is half of them.
  const tests = run({ files, cwd: ROOT, concurrency: availableParallelism() });
  tests.on('test:summary', summary => {
    // The one without a file is the sum.
    if (summary.file !== undefined) return;
    const { tests: all, passed, skipped, todo } = summary.counts;
    counts = { passed, failed: all - passed - skipped - todo };
  });
  // Without a terminal the reporter would break its lines at 20.
  process.stdout.columns ??= 100;
  for await (const piece of tests.compose(dot)) process.stdout.write(String(piece));
  return counts;
}

/** One of `test/editors/`, in a process of its own; `outcome.ts` there says what it prints. */
export async function runEditor(name: string): Promise<Result> {
  // Tests indent all that they say; the rest is the editor's own talk, of use only where things go wrong.
  // A server's stack traces are indented as well.
  const isSaid = (line: string): boolean => /^\s+\S/.test(line) && !/^\s+(?:at |Error\b)/.test(line);
  const { status, text } = await output('node', [`test/editors/${name}.ts`], isSaid);
  const missing = /^could not run: .*/m.exec(text)?.[0];
  if (missing !== undefined) return { passed: 0, failed: 0, missing };
  const talk = text.split('\n').filter(line => !isSaid(line));
  if (status !== 0) console.log(talk.slice(-100).join('\n'));
  const passed = Number(/^\s*(\d+) passing/m.exec(text)?.[1] ?? 0);
  const failed = Number(/^\s*(\d+) failing/m.exec(text)?.[1] ?? 0);
  // It may break before or after its tests, too.
  return { passed, failed: status === 0 && passed > 0 ? failed : Math.max(failed, 1) };
}

interface Output {
  readonly status: number | null;
  /** Standard output and error, as they came. */
  readonly text: string;
}

/** Shows the lines that are worth it as they come, and returns all. */
function output(name: string, args: readonly string[], isWorth: (line: string) => boolean): Promise<Output> {
  return new Promise(resolve => {
    const options: SpawnOptionsWithoutStdio = { cwd: ROOT, timeout: LONGEST };
    // On Windows npm's programs are `.cmd` files, which only a shell runs.
    const shell = process.platform === 'win32';
    const child = name === 'node' ? spawn(process.execPath, args, options) : spawn(name, args, { ...options, shell });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', piece => {
        text += piece;
      });
      createInterface(stream).on('line', line => {
        if (isWorth(line)) console.log(line);
      });
    }
    child.on('error', error => console.error(error.message));
    child.on('close', status => resolve({ status, text }));
  });
}
