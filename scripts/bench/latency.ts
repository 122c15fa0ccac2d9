import { quantile } from './measure.ts';
import { round } from './section.ts';

/** Times of single answers, in milliseconds. */
export interface Latency {
  readonly count: number;
  readonly median: number;
  readonly p99: number;
  readonly longest: number;
}

export function latencyOf(taken: readonly number[]): Latency {
  return {
    count: taken.length,
    median: quantile(taken, 0.5),
    p99: quantile(taken, 0.99),
    longest: Math.max(...taken),
  };
}

/** `p99 0.21 ms, median 0.034 ms, longest 2.1 ms of 5000`. */
export function latencyText({ count, median, p99, longest }: Latency): string {
  return `p99 ${round(p99)} ms, median ${round(median)} ms, longest ${round(longest)} ms of ${count}`;
}

/** What a job takes, in milliseconds. */
export function timed(job: () => unknown): number {
  const start = performance.now();
  job();
  return performance.now() - start;
}

export async function timedAsync(job: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await job();
  return performance.now() - start;
}
