import type { Output } from './io.ts';
import { printableJson } from './printable.ts';

/** Prints JSON texts one by one, so that none need wait for the last. */
export interface JsonItems {
  item(json: string): void;
  end(): void;
}

/** `jsonl`: a line for each. */
export function jsonLines(output: Output): JsonItems {
  return { item: json => output.write(`${printableJson(json)}\n`), end() {} };
}

/** `json`: an array of what `jsonl` prints. */
export function jsonArray(output: Output): JsonItems {
  let between = '[\n';
  return {
    item(json) {
      output.write(between + printableJson(json));
      between = ',\n';
    },
    end: () => output.write(between === '[\n' ? '[]\n' : '\n]\n'),
  };
}
