/** Runs something later: the host's timer, as the server itself has none. Gives the way to call it off. */
export type After = (milliseconds: number, run: () => void) => () => void;

/** Lets the event loop answer what came in meanwhile. */
export function pause(after: After, milliseconds = 0): Promise<void> {
  return new Promise(resolve => {
    after(milliseconds, resolve);
  });
}

/** To be awaited between pieces of a long job: lets others in once the job has held the thread for so long. */
export function createBreath(after: After): () => Promise<void> {
  let since = Date.now();
  return async () => {
    if (Date.now() - since < LONGEST_HOLD) return;
    await pause(after);
    since = Date.now();
  };
}

/** In milliseconds: a hover that comes meanwhile should not feel it. */
const LONGEST_HOLD = 8;

/** Waits for the job, but no longer than so many milliseconds; the job goes on. */
export function within(after: After, milliseconds: number, job: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = after(milliseconds, resolve);
    job.then(resolve, reject).finally(cancel);
  });
}

/**
 * Runs `work` a while after a poke, once for all pokes until then and never twice at a time. What is poked during a run
 * gets a run of its own. It does not wait for quiet: a long scan would keep it from ever running.
 */
export interface Pulse {
  poke(): void;
  stop(): void;
}

export function createPulse(
  after: After,
  milliseconds: number,
  work: () => Promise<void>,
  failed: (error: unknown) => void,
): Pulse {
  let cancel: (() => void) | undefined;
  let running = false;
  let again = false;
  let stopped = false;
  const poke = (): void => {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    cancel ??= after(milliseconds, run);
  };
  const run = async (): Promise<void> => {
    cancel = undefined;
    running = true;
    again = false;
    try {
      await work();
    } catch (error) {
      failed(error);
    } finally {
      running = false;
      if (again) poke();
    }
  };
  return {
    poke,
    stop() {
      stopped = true;
      cancel?.();
    },
  };
}
