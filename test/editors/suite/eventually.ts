/** In milliseconds. Slow machines start an extension host and a server in this time. */
const LONGEST = 30_000;

/** Asks until there is an answer: an editor tells nobody when it is done. */
export async function eventually<T>(what: string, ask: () => T | Promise<T>): Promise<NonNullable<Exclude<T, false>>> {
  for (const end = Date.now() + LONGEST; Date.now() < end; ) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) {
      return answer as NonNullable<Exclude<T, false>>;
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error(`There never was ${what}`);
}

/** No assertion library: this runs in web extension hosts, too. */
export function check(holds: boolean, told: string): void {
  if (!holds) throw new Error(told);
}
