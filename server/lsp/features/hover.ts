import type { Hover } from 'vscode-languageserver';
import { type HoverOptions, hover, type Snapshot } from '../../core/analysis.ts';
import { OPEN_PORT_PAGE } from '../../protocol.ts';
import type { Client } from '../capabilities.ts';
import type { Model } from '../model.ts';
import type { Feature } from './feature.ts';

export const hovers: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  serve({ connection, client, convert, model, registry }) {
    connection.onHover(({ textDocument, position }): Hover | null => {
      const { snapshot, path } = model.view(textDocument.uri);
      const facts = snapshot.facts(path);
      if (!facts) return null;
      const found = hover(
        snapshot,
        registry,
        path,
        convert.offset(facts, position),
        optionsFor(client, model, snapshot),
      );
      if (!found) return null;
      return { contents: contentsOf(client, found.text), range: convert.range(facts, found.span) };
    });
  },
};

/** A bare text would be read as Markdown by clients of old. */
function contentsOf({ markup, markupContent }: Client, value: string): Hover['contents'] {
  return markupContent ? { kind: markup, value } : { language: 'plaintext', value };
}

export function optionsFor({ markup, options }: Client, model: Model, snapshot: Snapshot): HoverOptions {
  return {
    markup,
    ...(options.system && { system: options.system }),
    link({ path, span }) {
      const line = snapshot.facts(path)?.lines.position(span.start).line;
      // Editors count lines from 1 in the fragment.
      return line === undefined ? undefined : `${model.uri(path)}#L${line + 1}`;
    },
    pageLink: port =>
      options.commandLinks ? `command:${OPEN_PORT_PAGE}?${encodeURIComponent(`[${port}]`)}` : undefined,
  };
}
