import { fstatSync, statSync, writeSync } from 'node:fs';
import { pause } from '../node/pause.ts';
import type { Output } from './io.ts';

/**
 * A descriptor of the process. Writes block and go out in large pieces: `process.stdout` costs milliseconds to set up,
 * and on a pipe what it still holds may be lost at the end.
 */
export function descriptorOutput(descriptor: 1 | 2): Output {
  let pending = '';
  let closed = false;
  const flush = (): void => {
    if (!closed && pending !== '') closed = !writeAll(descriptor, Buffer.from(pending, 'utf8'));
    pending = '';
  };
  return {
    isTerminal: isTerminal(descriptor),
    closed: () => closed,
    write(text) {
      pending += text;
      if (pending.length >= PIECE) flush();
    },
    flush,
  };
}

/** In UTF-16 units: what a pipe takes at once. */
const PIECE = 64 * 1024;

/** False where nobody reads any more. */
function writeAll(descriptor: number, bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      // A pipe that another program made non-blocking is full: its reader needs time.
      if (code === 'EAGAIN') pause(2);
      else if (GONE.has(code)) return false;
      else throw error;
    }
  }
  return true;
}

/** How systems say that nobody reads: a pipe, one of Windows, a descriptor that was never open, a socket. */
const GONE: ReadonlySet<unknown> = new Set(['EPIPE', 'EOF', 'EBADF', 'ECONNRESET']);

/** Whether people read it. Asking a stream means setting it up, so what cannot be a terminal is told without. */
function isTerminal(descriptor: 1 | 2): boolean {
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isCharacterDevice() || stats.rdev === statSync('/dev/null', { throwIfNoEntry: false })?.rdev)
      return false;
    return (descriptor === 1 ? process.stdout : process.stderr).isTTY;
  } catch {
    return false;
  }
}
