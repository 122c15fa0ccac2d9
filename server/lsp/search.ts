import type { Connection } from 'vscode-languageserver';
import { showRange } from '../../registry/port.ts';
import type { Registry } from '../../registry/registry.ts';
import { SEARCH, type SearchParams, type SearchResult } from '../protocol.ts';

export function serveSearch(connection: Connection, registry: Registry): void {
  connection.onRequest(
    SEARCH,
    ({ text, limit }: SearchParams): SearchResult =>
      registry.search(text, limit).map(({ kind, ports, protocols, name, detail }) => ({
        port: ports.first,
        ports: showRange(ports),
        protocols: protocols.join('+'),
        name,
        detail,
        isRegistration: kind === 'service',
      })),
  );
}
