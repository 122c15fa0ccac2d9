import { fstatSync, writeSync } from 'node:fs';
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
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
      else if (code === 'EPIPE' || code === 'EOF' || code === 'EBADF') return false;
      else throw error;
    }
  }
  return true;
}

/** Only a character device can be a terminal; for all else the streams of the process need not be set up. */
function isTerminal(descriptor: 1 | 2): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice() && (descriptor === 1 ? process.stdout : process.stderr).isTTY;
  } catch {
    return false;
  }
}
