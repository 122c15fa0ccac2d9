import { type CodeAction, CodeActionKind, type CodeActionParams, type WorkspaceEdit } from 'vscode-languageserver';
import { type Finding, findingsOf, type Snapshot, suppressionEdit, switchOffInProject } from '../../core/analysis.ts';
import { diagnosticOf } from '../diagnostics/diagnostic.ts';
import { compatibleEdits, workspaceEdit } from '../edits.ts';
import type { Feature, FeatureContext } from './feature.ts';

/** All safe fixes of a file at once; editors may run it on save. */
export const FIX_ALL: string = `${CodeActionKind.SourceFixAll}.portolan`;

/** Nothing is remembered of the diagnostics that the client shows: the findings are made anew from the text of now. */
export const codeActions: Feature = {
  // A client that takes only commands could not apply an edit.
  capabilities: ({ codeActionLiterals }) =>
    codeActionLiterals ? { codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL] } } : {},
  serve(context) {
    if (!context.client.codeActionLiterals) return;
    context.connection.onCodeAction(params => {
      const { snapshot, path, checked } = context.model.view(params.textDocument.uri);
      if (!checked || !snapshot.facts(path)) return [];
      const findings = findingsOf(snapshot, context.registry, path, context.settings().of(path).rules);
      const wants = (kind: string): boolean => asks(params, kind);
      return [
        ...(wants(CodeActionKind.QuickFix)
          ? quickFixes(context, snapshot, inRange(context, snapshot, path, findings, params))
          : []),
        ...(wants(FIX_ALL) ? fixAll(context, snapshot, path, findings) : []),
      ];
    });
  },
};

function quickFixes(context: FeatureContext, snapshot: Snapshot, findings: readonly Finding[]): CodeAction[] {
  const fixes = findings.flatMap(finding => finding.fixes.map(fix => ({ finding, ...fix })));
  // Each costs a reading of the file, and whoever selects all of it wants something else.
  const ignores = findings.slice(0, MOST_IGNORED).flatMap(finding =>
    (['line', 'file'] as const).flatMap(scope => {
      const facts = snapshot.facts(finding.at.path);
      const edit = facts && suppressionEdit(facts, finding, scope);
      return edit
        ? [{ finding, title: `Ignore ${finding.rule} ${WHERE[scope]}`, safety: undefined, edits: [edit] }]
        : [];
    }),
  );
  const offers = [...fixes, ...ignores].map(({ edits, ...offer }) => ({
    ...offer,
    edit: workspaceEdit({ ...context, documentChanges: context.client.documentChanges }, snapshot, edits),
  }));
  const inProject = findings.map(finding => ({
    finding,
    title: `Ignore ${finding.rule} in the project (portolan.json)`,
    safety: undefined,
    edit: projectEdit(context, snapshot, finding),
  }));
  // Two findings of one rule in a file offer to ignore it twice.
  const seen = new Set<string>();
  return [...offers, ...inProject].flatMap(({ finding, title, safety, edit }) => {
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

/** Switches the rule off in `portolan.json`, which is made where it is missing and the client can. */
function projectEdit(context: FeatureContext, snapshot: Snapshot, finding: Finding): WorkspaceEdit | undefined {
  const { model, client } = context;
  const change = switchOffInProject(snapshot, finding.at.path, finding.rule);
  if (change?.kind === 'edit')
    return workspaceEdit({ ...context, documentChanges: client.documentChanges }, snapshot, change.edits);
  if (!change || !client.documentChanges || !client.fileCreation) return undefined;
  const uri = model.uri(change.path);
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: change.text }] },
    ],
  };
}

function fixAll(context: FeatureContext, snapshot: Snapshot, path: string, findings: readonly Finding[]): CodeAction[] {
  // An editor that fixes a file when it is saved must not find others changed.
  const fixes = findings.flatMap(finding =>
    finding.fixes.filter(fix => fix.safety === 'safe' && fix.edits.every(edit => edit.path === path)).slice(0, 1),
  );
  const edits = compatibleEdits(fixes);
  if (edits.length === 0) return [];
  const edit = workspaceEdit({ ...context, documentChanges: context.client.documentChanges }, snapshot, edits);
  return edit ? [{ title: 'Fix all safe Portolan problems', kind: FIX_ALL, edit }] : [];
}

/** A cursor at either end of a finding counts. */
function inRange(
  { convert }: FeatureContext,
  snapshot: Snapshot,
  path: string,
  findings: readonly Finding[],
  { range }: CodeActionParams,
): readonly Finding[] {
  const facts = snapshot.facts(path);
  if (!facts) return [];
  const start = convert.offset(facts, range.start);
  const end = convert.offset(facts, range.end);
  return findings.filter(({ at }) => at.span.start <= end && start <= at.span.end);
}

/** Kinds are nested by dots: who asks for `source` gets `source.fixAll.portolan`. */
function asks({ context: { only } }: CodeActionParams, kind: string): boolean {
  return only === undefined || only.some(asked => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

/** Findings for which ways to ignore them are offered. */
const MOST_IGNORED = 10;

const WHERE = { line: 'on this line', file: 'in this file' } as const;
