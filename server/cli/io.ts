import type { Registry } from '../../registry/registry.ts';

/** All that the command line has of the world besides the file system. A test passes its own. */
export interface Io {
  /** Absolute, as the system writes it. */
  readonly cwd: string;
  readonly windows: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  readonly stdout: Output;
  readonly stderr: Output;
  readStdin(): Uint8Array;
  registry(): Registry;
  /** The ports on which nobody else can listen on this machine now, or why that cannot be told. */
  busyPorts(): ReadonlySet<number> | { readonly reason: string };
  /** Milliseconds, from any beginning. */
  now(): number;
  /** Starts the language server, which then keeps the process alive. */
  startServer(): void;
}

export interface Output {
  readonly isTerminal: boolean;
  /** True once the reader has gone: what is written is lost. */
  closed(): boolean;
  write(text: string): void;
  /** What was written is out when this returns. */
  flush(): void;
}

/** The exit status. */
export type Status = 0 | 1 | 2;

/** Whether colours help: a terminal, and nobody who said no. https://no-color.org */
export function hasColours(output: Output, env: Io['env']): boolean {
  return output.isTerminal && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
}
