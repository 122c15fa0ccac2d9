import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Client } from '../capabilities.ts';
import type { Model } from '../model.ts';
import type { Reports } from './reports.ts';

/** Sends diagnostics to clients that do not ask: for open documents only, as nobody else would clear them. */
export interface Push {
  /** Sends what has changed since the last time. */
  update(): void;
  close(uri: string): void;
}

export function createPush(connection: Connection, client: Client, model: Model, reports: Reports): Push {
  const sent = new Map<string, string>();
  return {
    update() {
      for (const { uri, version } of model.opened()) {
        const { path, checked } = model.view(uri);
        if (!checked) continue;
        const { resultId, items } = reports.open(path);
        const state = `${version}/${resultId}`;
        if (sent.get(uri) === state) continue;
        sent.set(uri, state);
        void connection.sendDiagnostics({
          uri,
          diagnostics: items as Diagnostic[],
          ...(client.diagnosticVersion && { version }),
        });
      }
    },
    close(uri) {
      if (sent.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}
