/**
 * How an editor test tells `npm test` of its end: "N passing", "N failing" (Mocha's words), or "could not run: reason",
 * each on a line of its own.
 */
export function couldNotRun(reason: string): void {
  console.log(`could not run: ${reason}`);
}

/** Waits, tidies up, and ends the process: editors leave sockets and timers behind. */
export async function finish(run: Promise<void>, stand: { remove(): void }): Promise<never> {
  const failed = await run.then(
    () => false,
    error => {
      console.error(error);
      return true;
    },
  );
  stand.remove();
  process.exit(failed ? 1 : 0);
}

export type Step = readonly [name: string, step: () => unknown];

/** For tests without Mocha: runs the steps in turn, and tells of each. The first failure ends it. */
export async function steps(all: readonly Step[]): Promise<void> {
  let passing = 0;
  for (const [name, step] of all) {
    try {
      await step();
    } catch (error) {
      console.log(`  ✗ ${name}\n\n  ${passing} passing\n  1 failing\n`);
      throw error;
    }
    console.log(`  ✔ ${name}`);
    passing++;
  }
  console.log(`\n  ${passing} passing\n`);
}
