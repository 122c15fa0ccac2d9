import { readSync } from 'node:fs';
import { pause } from './pause.ts';

/** Everything that comes from a descriptor, as of standard input; at most a little more than `limit` bytes. */
export function readDescriptor(descriptor: number, limit: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (let size = 0; size <= limit; ) {
    const piece = Buffer.allocUnsafe(64 * 1024);
    const got = readPiece(descriptor, piece);
    if (got === 0) break;
    pieces.push(piece.subarray(0, got));
    size += got;
  }
  return Buffer.concat(pieces);
}

/** 0 at the end. */
function readPiece(descriptor: number, piece: Uint8Array): number {
  for (;;) {
    try {
      return readSync(descriptor, piece);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      // A pipe that another program made non-blocking is empty as yet.
      if (code === 'EAGAIN') pause(2);
      // So Windows says that a pipe was closed.
      else if (code === 'EOF') return 0;
      else throw error;
    }
  }
}
