import type { DocumentFacts, Finding, Severity } from '../../core/analysis.ts';
import { shownPlace } from '../place.ts';
import { printable } from '../printable.ts';
import type { CheckedFile, Report, Reporter } from '../report.ts';
import { excerpt } from './excerpt.ts';

/** For people; the first line of each finding is what editors and terminals know as `file:line:column: severity: text`. */
export const text: Reporter = (report, output, { colours }) => {
  const paint = colours ? painted : plain;
  for (const file of report.files) {
    for (const finding of file.findings) output.write(`${showFinding(file, finding, paint)}\n`);
  }
  output.write(summary(report, paint));
};

function showFinding(file: CheckedFile, finding: Finding, paint: Paint): string {
  const { at, rule, severity, message, related, fixes } = finding;
  const head = `${paint('bold', place(file.shown, file.facts, at.span))}: ${paint(severity, severity)}: `;
  const shown = [`${head}${printable(message)} ${paint('dim', `[${rule}]`)}`];
  shown.push(...excerpt(file.facts, at.span).map((line, index) => paint(index === 0 ? 'plain' : severity, line)));
  for (const { path, span, message: note } of related) {
    const other = file.other(path);
    if (other) shown.push(`  ${place(other.shown, other.facts, span)}: ${printable(note)}`);
  }
  for (const fix of fixes) {
    shown.push(`  ${fix.safety === 'safe' ? 'fix (--fix)' : 'suggestion'}: ${printable(fix.title)}`);
  }
  return `${shown.join('\n')}\n`;
}

function place(shown: string, facts: DocumentFacts, span: Finding['at']['span']): string {
  const { line, col } = shownPlace(facts, span);
  return `${printable(shown)}:${line}:${col}`;
}

/** `2 errors, 1 warning in 2 files; 12 files checked`. */
function summary({ files, checked, fixed, accepted }: Report, paint: Paint): string {
  const all = files.flatMap(file => file.findings);
  const counts = SEVERITY_NAMES.flatMap(([severity, name]) => {
    const count = all.filter(finding => finding.severity === severity).length;
    return count === 0 ? [] : [paint(severity, plural(count, name))];
  });
  if (checked === 0) return 'No files to check\n';
  const found = counts.length === 0 ? 'No problems' : `${counts.join(', ')} in ${plural(files.length, 'file')}`;
  const fixable = all.filter(finding => finding.fixes.some(fix => fix.safety === 'safe')).length;
  const kept = accepted === 0 ? '' : `; ${accepted} accepted by the baseline`;
  const lines = [`${found}${kept}; ${plural(checked, 'file')} checked`];
  if (fixed > 0) lines.push(`${plural(fixed, 'problem')} fixed`);
  if (fixable > 0) lines.push(`${fixable} of them can be fixed with --fix`);
  return `${lines.join('\n')}\n`;
}

const SEVERITY_NAMES: readonly (readonly [Severity, string])[] = [
  ['error', 'error'],
  ['warning', 'warning'],
  ['info', 'note'],
  ['hint', 'hint'],
];

function plural(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

type Style = Severity | 'bold' | 'dim' | 'plain';
type Paint = (style: Style, text: string) => string;

const plain: Paint = (_style, text) => text;

/** Select Graphic Rendition codes of ECMA-48. */
const painted: Paint = (style, text) => (CODES[style] === '' ? text : `\x1b[${CODES[style]}m${text}\x1b[0m`);

const CODES: Readonly<Record<Style, string>> = {
  error: '31',
  warning: '33',
  info: '36',
  hint: '35',
  bold: '1',
  dim: '2',
  plain: '',
};
