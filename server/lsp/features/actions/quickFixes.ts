import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import {
  type Edit,
  type Finding,
  type Fix,
  type ProjectChange,
  type Snapshot,
  type Span,
  suppressionEdit,
  switchOffInProject,
} from '../../../core/analysis.ts';
import { diagnosticOf } from '../../diagnostics/diagnostic.ts';
import type { FeatureContext } from '../feature.ts';
import { changeEdit } from './changeEdit.ts';

/** The fixes of the findings at the selection, and three ways to ignore each. A cursor at either end of a finding counts. */
export function quickFixes(
  context: FeatureContext,
  snapshot: Snapshot,
  all: readonly Finding[],
  { start, end }: Span,
): readonly CodeAction[] {
  const findings = all.filter(({ at }) => at.span.start <= end && start <= at.span.end);
  const offers = [
    ...findings.flatMap(finding => finding.fixes.map(fix => offer(finding, fix.title, fix.edits, fix.safety))),
    ...findings.slice(0, mostIgnored(snapshot, findings)).flatMap(finding => ignores(snapshot, finding)),
    ...findings.map(
      (finding): Offer => ({
        finding,
        title: `Ignore ${finding.rule} in the project (portolan.json)`,
        safety: undefined,
        change: switchOffInProject(snapshot, finding.at.path, finding.rule),
      }),
    ),
  ];
  // Two findings of one rule in a file offer to ignore it twice.
  const seen = new Set<string>();
  return offers.flatMap(({ finding, title, safety, change }) => {
    const edit = changeEdit(context, snapshot, change);
    const key = JSON.stringify([title, edit]);
    if (!edit || seen.has(key)) return [];
    seen.add(key);
    const diagnostic = diagnosticOf(context, snapshot, finding);
    return [
      {
        title,
        kind: CodeActionKind.QuickFix,
        ...(diagnostic && { diagnostics: [diagnostic] }),
        ...(safety === 'safe' && context.client.preferredActions && { isPreferred: true }),
        edit,
      },
    ];
  });
}

interface Offer {
  readonly finding: Finding;
  readonly title: string;
  readonly safety: Fix['safety'] | undefined;
  readonly change: ProjectChange | undefined;
}

function offer(finding: Finding, title: string, edits: readonly Edit[], safety: Offer['safety']): Offer {
  return { finding, title, safety, change: { kind: 'edit', edits } };
}

function ignores(snapshot: Snapshot, finding: Finding): readonly Offer[] {
  const facts = snapshot.facts(finding.at.path);
  if (!facts) return [];
  return SCOPES.flatMap(([scope, where]) => {
    const edit = suppressionEdit(facts, finding, scope);
    return edit ? [offer(finding, `Ignore ${finding.rule} ${where}`, [edit], undefined)] : [];
  });
}

/** For so many findings ways to ignore them are offered: whoever selects the whole file wants something else. */
function mostIgnored(snapshot: Snapshot, [first]: readonly Finding[]): number {
  const length = first ? (snapshot.facts(first.at.path)?.text.length ?? 0) : 0;
  return Math.max(1, Math.min(MOST_IGNORED, Math.floor(MOST_READ / (SCOPES.length * (length + 1)))));
}

const MOST_IGNORED = 10;

/** In UTF-16 units: each way is tried by reading the file again. */
const MOST_READ = 1_000_000;

const SCOPES = [
  ['line', 'on this line'],
  ['file', 'in this file'],
] as const;
