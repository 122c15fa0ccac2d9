import type { Io } from './io.ts';
import { printable } from './printable.ts';
import type { SkippedFile } from './report.ts';

/** Says on standard error which files were not read; remembers whether one of them was asked for by name. */
export interface Complaints {
  skip(shown: string, reason: string, given: boolean): void;
  /** True once something that was given could not be read. */
  failed(): boolean;
  skipped(): readonly SkippedFile[];
}

export function createComplaints(io: Io): Complaints {
  const skipped: SkippedFile[] = [];
  return {
    skip(shown, reason, given) {
      skipped.push({ shown, reason, given });
      const name = printable(shown === '' ? '.' : shown);
      io.stderr.write(`portolan: ${name}: ${given ? 'cannot be read' : 'skipped'}: ${reason}\n`);
    },
    failed: () => skipped.some(({ given }) => given),
    skipped: () => skipped,
  };
}
