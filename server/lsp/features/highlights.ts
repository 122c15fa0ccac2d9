import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver';
import { portReferences } from '../../core/analysis.ts';
import type { Feature } from './feature.ts';

/** The places of the same file. What takes the port is told from what dials it, as writing is from reading. */
export const highlights: Feature = {
  capabilities: () => ({ documentHighlightProvider: true }),
  serve({ connection, convert, model }) {
    connection.onDocumentHighlight(({ textDocument, position }): DocumentHighlight[] | null => {
      const { snapshot, path } = model.view(textDocument.uri);
      const facts = snapshot.facts(path);
      if (!facts) return null;
      return portReferences(snapshot, path, convert.offset(facts, position)).flatMap(place =>
        place.path === path
          ? [
              {
                range: convert.range(facts, place.span),
                kind: place.isDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
              },
            ]
          : [],
      );
    });
  },
};
