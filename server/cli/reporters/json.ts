import type { Finding, Severity } from '../../core/analysis.ts';
import { shownPlace } from '../place.ts';
import { printableJson } from '../printable.ts';
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

export const json: Reporter = (report, output) => {
  const all = rows(report);
  output.write(all.length === 0 ? '[]\n' : `[\n${all.join(',\n')}\n]\n`);
};

export const jsonl: Reporter = (report, output) => {
  for (const row of rows(report)) output.write(`${row}\n`);
};

function rows({ files }: Report): readonly string[] {
  return files.flatMap(file => file.findings.map(finding => printableJson(JSON.stringify(row(file, finding)))));
}

function row({ shown, facts }: CheckedFile, { at, rule, severity, message, fixes }: Finding): FindingRow {
  const fixable = fixes.some(fix => fix.safety === 'safe');
  return { path: shown, ...shownPlace(facts, at.span), rule, severity, message, fixable };
}
