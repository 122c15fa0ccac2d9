import type { Location } from 'vscode-languageserver';
import { portReferences } from '../../core/analysis.ts';
import type { Feature } from './feature.ts';

export const references: Feature = {
  capabilities: () => ({ referencesProvider: true }),
  serve({ connection, convert, model }) {
    connection.onReferences(({ textDocument, position, context: { includeDeclaration } }): Location[] | null => {
      const { snapshot, path } = model.view(textDocument.uri);
      const facts = snapshot.facts(path);
      if (!facts) return null;
      return portReferences(snapshot, path, convert.offset(facts, position))
        .filter(({ isDeclaration }) => includeDeclaration || !isDeclaration)
        .flatMap(place => {
          const own = snapshot.facts(place.path);
          return own ? [{ uri: model.uri(place.path), range: convert.range(own, place.span) }] : [];
        });
    });
  },
};
