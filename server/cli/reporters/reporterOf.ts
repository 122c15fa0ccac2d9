import type { Reporter } from '../report.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json, jsonl } from './json.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

/** The reporter of a value of `--format`, which was checked before. */
export function reporterOf(format: string): Reporter {
  return REPORTERS[format] ?? text;
}

const REPORTERS: Readonly<Record<string, Reporter>> = { text, json, jsonl, sarif, github, gitlab };
