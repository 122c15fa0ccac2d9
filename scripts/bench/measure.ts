import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH_CACHE } from './trees.ts';

/** A program that takes part in a race. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** How it may end; a linter that finds something says so. */
  readonly statuses?: readonly number[];
}

/** Times in milliseconds, one for each round. */
export interface Times {
  readonly rounds: readonly number[];
  readonly best: number;
  readonly median: number;
}

/**
 * Runs the commands in turn, again and again, so that whatever else the machine does hits all of them alike. The first
 * round warms the caches of the disk and does not count.
 */
export function race<Commands extends Readonly<Record<string, Command>>>(
  commands: Commands,
  rounds: number,
): { readonly [Name in keyof Commands]: Times } {
  const entrants = Object.entries(commands).map(([name, command]) => ({ name, command, taken: [] as number[] }));
  for (let round = 0; round <= rounds; round++) {
    for (let turn = 0; turn < entrants.length; turn++) {
      const entrant = entrants[(turn + round) % entrants.length];
      if (!entrant) continue;
      const time = timeOf(entrant.command);
      if (round > 0) entrant.taken.push(time);
    }
  }
  return Object.fromEntries(entrants.map(({ name, taken }) => [name, timesOf(taken)])) as {
    readonly [Name in keyof Commands]: Times;
  };
}

export function timesOf(rounds: readonly number[]): Times {
  return { rounds, best: Math.min(...rounds), median: quantile(rounds, 0.5) };
}

/** The value below which the given share of all lies, 0 to 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** How many times longer `slow` takes than `fast`: in the median of the rounds, and in the best run of each. */
export interface Ratio {
  readonly median: number;
  readonly best: number;
}

export function ratio(slow: Times, fast: Times): Ratio {
  const each = slow.rounds.map((time, round) => time / (fast.rounds[round] ?? Number.NaN));
  return { median: quantile(each, 0.5), best: slow.best / fast.best };
}

/**
 * The largest memory of a Node program, in bytes. What `getrusage` tells counts the parent before the `exec` on Linux,
 * so there the kernel's own mark for the process is read.
 */
export function peakMemory(command: Command): number {
  const file = join(BENCH_CACHE, 'peak.txt');
  rmSync(file, { force: true });
  const probe = `import { readFileSync, writeFileSync } from 'node:fs';
process.on('exit', () => {
  let kilobytes = process.resourceUsage().maxRSS;
  try { kilobytes = /VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? kilobytes; } catch {}
  writeFileSync(${JSON.stringify(file)}, String(kilobytes));
});`;
  const url = `data:text/javascript,${encodeURIComponent(probe)}`;
  timeOf({ ...command, args: ['--import', url, ...command.args] });
  return Number(readFileSync(file, 'utf8')) * 1024;
}

/** Output goes to a file: a pipe would make this process work too, and `/dev/null` is a case that some programs know. */
function timeOf({ program, args, cwd, statuses = [0] }: Command): number {
  const output = openSync(OUTPUT, 'w');
  const start = performance.now();
  const { status, error, stderr } = spawnSync(program, args, { cwd, stdio: ['ignore', output, 'pipe'] });
  const time = performance.now() - start;
  closeSync(output);
  if (error) throw error;
  if (status === null || !statuses.includes(status))
    throw new Error(`${program} ${args.join(' ')}: ${status} ${stderr}`);
  return time;
}

/** Where the output of the last command lies. */
export const OUTPUT: string = join(BENCH_CACHE, 'output.txt');
