import type { Io, Output, Status } from '../../server/cli/io.ts';
import { run } from '../../server/cli/run.ts';
import { REGISTRY } from './registry.ts';

export interface Ran {
  readonly status: Status;
  readonly stdout: string;
  readonly stderr: string;
  readonly started: boolean;
}

export interface World {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly terminal?: boolean;
  /** The ports on which something listens, or why that is not known. */
  readonly busy?: readonly number[] | string;
  /** The reader goes away after so many characters. */
  readonly closesAfter?: number;
}

/** Runs the command line in this process: `portolan('check --format jsonl .', { cwd })`. */
export function portolan(command: string | readonly string[], world: World = {}): Ran {
  const terminal = world.terminal ?? false;
  const stdout = memoryOutput(terminal, world.closesAfter ?? Number.POSITIVE_INFINITY);
  const stderr = memoryOutput(terminal, Number.POSITIVE_INFINITY);
  let started = false;
  let clock = 0;
  const io: Io = {
    cwd: world.cwd ?? '/nowhere',
    windows: process.platform === 'win32',
    env: world.env ?? {},
    version: '1.2.3',
    stdout,
    stderr,
    readStdin: () => Buffer.from(world.stdin ?? ''),
    registry: () => REGISTRY,
    busyPorts: () => (typeof world.busy === 'string' ? { reason: world.busy } : new Set(world.busy)),
    now: () => (clock += 1000),
    startServer: () => {
      started = true;
    },
  };
  const argv = typeof command === 'string' ? command.split(' ').filter(word => word !== '') : command;
  const status = run(argv, io);
  return { status, stdout: stdout.text(), stderr: stderr.text(), started };
}

function memoryOutput(isTerminal: boolean, closesAfter: number): Output & { text(): string } {
  let text = '';
  return {
    isTerminal,
    closed: () => text.length >= closesAfter,
    write: more => {
      if (text.length < closesAfter) text += more;
    },
    flush() {},
    text: () => text,
  };
}
