import { UNPRINTABLE } from '../../core/analysis.ts';

/**
 * What people call a process on Linux, from its `comm` and the file that it runs. The first is what `ps` shows: a
 * script's own name where it is run by an interpreter, but cut after 15 bytes, and some runtimes put a thread's name there.
 */
export function processName(comm: string, executable: string | undefined): string {
  const file = executable?.replace(/ \(deleted\)$/, '').replace(/^.*\//, '') ?? '';
  const isCut = comm.length === 15 && file.startsWith(comm);
  return cleanName(file !== '' && (isCut || comm === '' || /MainThread$/.test(comm)) ? file : comm);
}

/** A process may call itself anything. */
export function cleanName(name: string): string {
  return name.replace(UNPRINTABLE, '').trim().slice(0, LONGEST) || '?';
}

/** In UTF-16 code units. */
const LONGEST = 100;
