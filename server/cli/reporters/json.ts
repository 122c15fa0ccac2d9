import type { Finding, Severity } from '../../core/analysis.ts';
import { type JsonItems, jsonArray, jsonLines } from '../jsonItems.ts';
import { shownPlace } from '../place.ts';
import type { CheckedFile, Report, Reporter } from '../report.ts';

/** One finding, as programs read it. Its fields are a promise. */
interface FindingRow {
  readonly path: string;
  readonly line: number;
  readonly col: number;
  readonly endLine: number;
  readonly endCol: number;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** `--fix` can remove it. */
  readonly fixable: boolean;
}

export const json: Reporter = (report, output) => print(report, jsonArray(output));

export const jsonl: Reporter = (report, output) => print(report, jsonLines(output));

function print({ files }: Report, { item, end }: JsonItems): void {
  for (const file of files) for (const finding of file.findings) item(JSON.stringify(row(file, finding)));
  end();
}

function row({ shown, facts }: CheckedFile, { at, rule, severity, message, fixes }: Finding): FindingRow {
  const fixable = fixes.some(fix => fix.safety === 'safe');
  return { path: shown, ...shownPlace(facts, at.span), rule, severity, message, fixable };
}
