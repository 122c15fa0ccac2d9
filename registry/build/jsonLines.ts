import { readFileSync } from 'node:fs';

/** One line of a committed table, with its place for a message. */
export interface JsonLine {
  readonly place: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** Reads `text`, one JSON object a line. `problem` hears of every line that is none; the others still count. */
export function jsonLines(name: string, text: string, problem: (message: string) => void): readonly JsonLine[] {
  return text.split('\n').flatMap((line, index) => {
    if (line === '') return [];
    const place = `${name}:${index + 1}`;
    try {
      const value: unknown = JSON.parse(line);
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        return [{ place, value: value as Readonly<Record<string, unknown>> }];
      }
    } catch {
      // Falls through to the message below.
    }
    problem(`${place}: not a JSON object`);
    return [];
  });
}

export function readText(path: URL): string {
  return readFileSync(path, 'utf8');
}
