import type { Ratio, Times } from './measure.ts';

/** What one benchmark has to say. */
export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
  /** What a reader must know to judge the figures; sentences. */
  readonly notes: readonly string[];
}

export interface Row {
  readonly what: string;
  readonly figure: string;
  readonly target?: { readonly text: string; readonly met: boolean };
  /** The command that made the figure, for a shell. */
  readonly command: string;
}

/** A benchmark may take a second for each round, so how many is asked for. */
export type Benchmark = (rounds: number) => Section | Promise<Section>;

export function times({ median, best }: Ratio, than: string): string {
  return `${round(median)} × ${than} (best runs: ${round(best)} ×)`;
}

export function milliseconds({ median, best }: Times): string {
  return `${round(median)} ms (best ${round(best)} ms)`;
}

/** In millions, as sizes of downloads are told. */
export function megabytes(bytes: number): string {
  return `${round(bytes / 1e6)} MB`;
}

/** Two digits that count, three above ten. */
export function round(value: number): string {
  return value >= 1000 ? String(Math.round(value)) : String(Number(value.toPrecision(value >= 10 ? 3 : 2)));
}

/** `value` must not be above `most`. */
export function atMost(value: number, most: number, text: string): { readonly text: string; readonly met: boolean } {
  return { text, met: value <= most };
}
