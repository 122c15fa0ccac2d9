import { type Disposable, type InlayHint, InlayHintRequest, MarkupKind } from 'vscode-languageserver';
import { inlayHints as hintsIn, inlayHintTooltip } from '../../core/analysis.ts';
import { isRecord } from '../settings/settings.ts';
import type { Feature, FeatureContext } from './feature.ts';
import { optionsFor } from './hover.ts';

/** Off by default: a client that can be told later does not even ask until somebody switches them on. */
export const inlayHints: Feature = {
  capabilities: ({ inlayHints: isKnown, inlayHintRegistration, inlayHintTooltips }) =>
    isKnown && !inlayHintRegistration ? { inlayHintProvider: { resolveProvider: inlayHintTooltips } } : {},
  serve(context) {
    const { connection, client, convert, model, registry, settings, onSettings, onChanged } = context;
    let asked = false;
    connection.languages.inlayHint.on(({ textDocument: { uri }, range }): InlayHint[] => {
      const { snapshot, path } = model.view(uri);
      const facts = snapshot.facts(path);
      if (!facts || !settings().of(path).inlayHints) return [];
      asked = true;
      const within = { start: convert.offset(facts, range.start), end: convert.offset(facts, range.end) };
      return hintsIn(snapshot, registry, path, within).map(({ offset, label }) => {
        const position = convert.position(facts, offset);
        const tooltip = client.inlayHintTooltips ? undefined : tooltipAt(context, uri, offset);
        const data = { uri, line: position.line, character: position.character };
        return {
          position,
          label,
          paddingLeft: true,
          ...(client.inlayHintTooltips ? { data } : tooltip && { tooltip }),
        };
      });
    });
    connection.languages.inlayHint.resolve(hint => {
      if (!isRecord(hint.data) || typeof hint.data.uri !== 'string') return hint;
      const { snapshot, path } = model.view(hint.data.uri);
      const facts = snapshot.facts(path);
      const tooltip = facts && tooltipAt(context, hint.data.uri, convert.offset(facts, hint.position));
      return tooltip ? { ...hint, tooltip } : hint;
    });
    if (client.inlayHints && client.inlayHintRegistration) onSettings(registering(context));
    onChanged(() => {
      // The editor asks by itself for a file that is edited; who an image is may stand in another file.
      if (asked && client.inlayHintRefresh && isOn(context))
        connection.languages.inlayHint.refresh().catch(() => undefined);
    });
  },
};

/** Registers while some folder wants hints, and takes it back when none does. */
function registering(context: FeatureContext): () => void {
  const { connection, client } = context;
  let registered: Promise<Disposable> | undefined;
  return () => {
    const wanted = isOn(context);
    if (wanted === (registered !== undefined)) return;
    if (!wanted) {
      registered?.then(registration => registration.dispose()).catch(() => undefined);
      registered = undefined;
      return;
    }
    registered = connection.client.register(InlayHintRequest.type, {
      documentSelector: null,
      resolveProvider: client.inlayHintTooltips,
    });
    registered.catch(() => undefined);
  };
}

/** In any folder, or for files outside of all. */
function isOn({ model, settings }: FeatureContext): boolean {
  return ['', ...model.folders().map(({ path }) => path)].some(path => settings().of(path).inlayHints);
}

function tooltipAt(
  { client, model, registry }: FeatureContext,
  uri: string,
  offset: number,
): InlayHint['tooltip'] | undefined {
  const { snapshot, path } = model.view(uri);
  const options = optionsFor(client, model, snapshot);
  const value = inlayHintTooltip(snapshot, registry, path, offset, options);
  return value === undefined
    ? undefined
    : { kind: client.markup === 'markdown' ? MarkupKind.Markdown : MarkupKind.PlainText, value };
}
