import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  CompletionTriggerKind,
  type Position,
} from 'vscode-languageserver';
import { type Completion, completion as completionAt, completionHover } from '../../core/analysis.ts';
import { isRecord } from '../settings/settings.ts';
import type { Feature, FeatureContext } from './feature.ts';
import { optionsFor } from './hover.ts';

/** Numbers that fit where the cursor stands. What there is to say of each is looked up when somebody looks at it. */
export const completion: Feature = {
  capabilities: ({ completion: isKnown }) =>
    isKnown ? { completionProvider: { triggerCharacters: TRIGGERS, resolveProvider: true } } : {},
  serve(context) {
    const { connection, convert, model, registry } = context;
    connection.onCompletion(({ textDocument: { uri }, position, context: asked }): CompletionList | null => {
      const { snapshot, path } = model.view(uri);
      const facts = snapshot.facts(path);
      const found = facts && completionAt(snapshot, registry, path, convert.offset(facts, position));
      if (!facts || !found) return null;
      // Whoever types a colon has not asked for anything.
      if (found.isGuess && asked?.triggerKind === CompletionTriggerKind.TriggerCharacter) return null;
      return listOf(context, uri, convert.range(facts, found.span), found);
    });
    connection.onCompletionResolve(item => {
      const value = documentationOf(context, item.data);
      if (value === undefined) return item;
      // A bare text is plain, and known to all.
      return { ...item, documentation: context.client.completionMarkdown ? { kind: 'markdown', value } : value };
    });
  },
};

/** What stands before a port. A blank does, too, but much too often before something else. */
const TRIGGERS = [':', '=', '"', "'"];

function listOf(
  { client }: FeatureContext,
  uri: string,
  range: { readonly start: Position; readonly end: Position },
  { items, typed, isIncomplete }: Completion,
): CompletionList {
  return {
    isIncomplete,
    items: items.map(
      ({ label, newText, who, why, port }, index): CompletionItem => ({
        label,
        kind: CompletionItemKind.Value,
        ...(client.completionLabels
          ? { labelDetails: { description: who }, detail: why }
          : { detail: who === '' ? why : `${who}: ${why}` }),
        // The typed name goes before the number, so that the client does not drop what does not begin with it.
        filterText: /^[A-Za-z]/.test(typed) ? `${typed} ${label}` : filterOf(label, who),
        sortText: `${index}`.padStart(3, '0'),
        textEdit: { range, newText },
        ...(port !== undefined && { data: { uri, position: range.start, port } }),
      }),
    ),
  };
}

/** The number first, whatever address it is bound to: `54` must not put the entry that is open to all before the other. */
function filterOf(label: string, who: string): string {
  const [, address = '', rest = label] = /^(127\.0\.0\.1):(.*)$/.exec(label) ?? [];
  return [rest, who, address].filter(part => part !== '').join(' ');
}

/** What the hover would say of the number. The client gives back what it got, or anything. */
function documentationOf({ client, convert, model, registry }: FeatureContext, data: unknown): string | undefined {
  if (!isRecord(data) || typeof data.uri !== 'string' || typeof data.port !== 'number') return undefined;
  if (!isRecord(data.position)) return undefined;
  const { line, character } = data.position;
  if (typeof line !== 'number' || typeof character !== 'number') return undefined;
  const { snapshot, path } = model.view(data.uri);
  const facts = snapshot.facts(path);
  if (!facts) return undefined;
  const markup = client.completionMarkdown ? 'markdown' : 'plaintext';
  const options = { ...optionsFor(client, model, snapshot), markup } as const;
  return completionHover(snapshot, registry, path, convert.offset(facts, { line, character }), data.port, options)
    ?.text;
}
