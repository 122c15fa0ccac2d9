/** Does nothing for so many milliseconds, as the command line has no event loop to go back to. */
export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
