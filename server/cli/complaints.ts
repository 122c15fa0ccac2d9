import type { Io } from './io.ts';
import { printable } from './printable.ts';

/** Says on standard error which files were not read; remembers whether one of them was asked for by name. */
export interface Complaints {
  skip(shown: string, reason: string, given: boolean): void;
  /** True once something that was given could not be read. */
  failed(): boolean;
}

export function createComplaints(io: Io): Complaints {
  let failed = false;
  return {
    skip(shown, reason, given) {
      failed ||= given;
      const name = printable(shown === '' ? '.' : shown);
      io.stderr.write(`portolan: ${name}: ${given ? 'cannot be read' : 'skipped'}: ${reason}\n`);
    },
    failed: () => failed,
  };
}
