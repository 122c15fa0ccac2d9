import { showRange } from '../../../registry/port.ts';
import { SEARCH, type SearchParams, type SearchResult } from '../../protocol.ts';
import type { Feature } from './feature.ts';

export const search: Feature = {
  serve({ connection, registry }) {
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
  },
};
