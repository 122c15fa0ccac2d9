import { CodeActionKind, type CodeActionParams, CodeActionTriggerKind } from 'vscode-languageserver';
import { type Finding, findingsOf, type Snapshot } from '../../core/analysis.ts';
import { FIX_ALL, fixAll } from './actions/fixAll.ts';
import { portCodeActions } from './actions/portCodeActions.ts';
import { quickFixes } from './actions/quickFixes.ts';
import type { Feature, FeatureContext } from './feature.ts';

/** Nothing is remembered of the diagnostics that the client shows: the findings are made anew from the text of now. */
export const codeActions: Feature = {
  // A client that takes only commands could not apply an edit.
  capabilities: ({ codeActionLiterals }) =>
    codeActionLiterals
      ? {
          codeActionProvider: {
            codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL],
          },
        }
      : {},
  serve(context) {
    const { connection, client, model, convert } = context;
    if (!client.codeActionLiterals) return;
    const findings = lastFindings(context);
    connection.onCodeAction(params => {
      const { snapshot, path, checked } = model.view(params.textDocument.uri);
      const facts = snapshot.facts(path);
      if (!checked || !facts) return [];
      const selection = {
        start: convert.offset(facts, params.range.start),
        end: convert.offset(facts, params.range.end),
      };
      const wants = (kind: string): boolean => asks(params, kind);
      const fixes = wants(CodeActionKind.QuickFix)
        ? quickFixes(context, snapshot, findings(snapshot, path), selection)
        : [];
      // An editor that asks by itself, wherever the cursor rests, lights a bulb for what it gets: a number is no news.
      const isQuiet = params.context.triggerKind === CodeActionTriggerKind.Automatic;
      return [
        ...fixes,
        ...(isQuiet ? [] : portCodeActions(context, snapshot, path, selection, wants, fixes)),
        ...(wants(FIX_ALL) ? fixAll(context, snapshot, path, findings(snapshot, path)) : []),
      ];
    });
  },
};

/** An editor asks wherever the cursor comes to rest: for one text the findings are made once. */
function lastFindings({
  registry,
  settings,
}: FeatureContext): (snapshot: Snapshot, path: string) => readonly Finding[] {
  let last: { readonly key: readonly unknown[]; readonly findings: readonly Finding[] } | undefined;
  return (snapshot, path) => {
    const { rules } = settings().of(path);
    const key = [snapshot, path, rules];
    if (!last?.key.every((part, index) => part === key[index]))
      last = { key, findings: findingsOf(snapshot, registry, path, rules) };
    return last.findings;
  };
}

/** Kinds are nested by dots: who asks for `source` gets `source.fixAll.portolan`. */
function asks({ context: { only } }: CodeActionParams, kind: string): boolean {
  return only === undefined || only.some(asked => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}
