import type { Io } from './io.ts';

/** A line that counts files, on a terminal, where the work takes long. */
export interface Progress {
  tick(): void;
  /** Removes the line, so that it never stands among results. */
  done(): void;
}

export function createProgress(io: Io, wanted: boolean): Progress {
  if (!io.stderr.isTerminal || !wanted) return { tick() {}, done() {} };
  let files = 0;
  let shown = false;
  let last = io.now();
  return {
    tick() {
      files++;
      // The clock is asked now and then only, as a file takes microseconds.
      if (files % 64 !== 0) return;
      const now = io.now();
      if (now - last < INTERVAL) return;
      last = now;
      shown = true;
      io.stderr.write(`\r\x1b[K${files} files read`);
      io.stderr.flush();
    },
    done() {
      if (shown) io.stderr.write('\r\x1b[K');
      io.stderr.flush();
      shown = false;
    },
  };
}

/** In milliseconds. */
const INTERVAL = 500;
