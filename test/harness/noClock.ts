/** No clock in tests: what waits a little comes next, a last resort never. */
export function noClock(milliseconds: number, run: () => void): () => void {
  if (milliseconds === 500) return () => undefined;
  const immediate = setImmediate(run);
  return () => clearImmediate(immediate);
}

/** Long enough for everything under way to come to its end. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 100; turn++) await new Promise(resolve => setImmediate(resolve));
}
