import { execFile, spawnSync } from 'node:child_process';
import { dirname } from 'node:path';

/**
 * A look at the machine, in steps: between two of them others may have their turn, and some ask for what a program prints.
 * One such reading serves the command line, which waits for it, and the server, which must not.
 */
export type Reading<T> = Generator<Program | undefined, T, string | undefined>;

/** A program of the system by its absolute path, so that no other of that name can take its place; no shell reads it. */
export interface Program {
  readonly file: string;
  readonly arguments: readonly string[];
}

/** What a program prints; undefined where it could not be run, or printed nothing. */
export function* printed(program: Program): Reading<string | undefined> {
  return yield program;
}

export function readNow<T>(reading: Reading<T>): T {
  let step = reading.next();
  while (!step.done) {
    const program = step.value;
    step = reading.next(program && textOf(spawnSync(program.file, program.arguments, optionsFor(program)).stdout));
  }
  return step.value;
}

export async function readLater<T>(reading: Reading<T>): Promise<T> {
  let step = reading.next();
  while (!step.done) {
    const program = step.value;
    step = reading.next(program ? await outputOf(program) : await new Promise<undefined>(turn));
  }
  return step.value;
}

function turn(resolve: (nothing: undefined) => void): void {
  setImmediate(resolve, undefined);
}

/** The exit status tells nothing: lsof's is 1 where one of several questions has no answer. */
function outputOf(program: Program): Promise<string | undefined> {
  return new Promise(resolve => {
    execFile(program.file, program.arguments, optionsFor(program), (_, stdout) => resolve(textOf(stdout)));
  });
}

function textOf(stdout: string | null): string | undefined {
  return stdout === null || stdout === '' ? undefined : stdout;
}

function optionsFor({ file }: Program): {
  readonly encoding: 'utf8';
  readonly timeout: number;
  readonly maxBuffer: number;
  readonly windowsHide: boolean;
  readonly cwd: string;
} {
  // Windows looks for libraries in the current folder, which may be anybody's.
  return { encoding: 'utf8', timeout: 10_000, maxBuffer: 32 * 1024 * 1024, windowsHide: true, cwd: dirname(file) };
}
