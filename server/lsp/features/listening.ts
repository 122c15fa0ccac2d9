import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { knownListeners } from '../../core/analysis.ts';
import { LISTENING, type ListeningResult } from '../../protocol.ts';
import type { Feature } from './feature.ts';

export const listening: Feature = {
  serve({ connection, machine, model, registry, convert, uri }) {
    if (!machine) return;
    connection.onRequest(LISTENING, async (): Promise<ListeningResult> => {
      const { sockets, notes } = await machine.listening(true).catch((error: unknown) => {
        throw new ResponseError(LSPErrorCodes.RequestFailed, error instanceof Error ? error.message : String(error));
      });
      const snapshot = model.snapshot();
      const listeners = knownListeners(snapshot, registry, sockets).map(
        ({ process, knownAs, places, ...listener }) => ({
          ...listener,
          ...(process && { process }),
          ...(knownAs !== undefined && { knownAs }),
          places: places.flatMap(({ says, path, span }) => {
            const facts = snapshot.facts(path);
            return facts ? [{ says, location: { uri: uri(path), range: convert.range(facts, span) } }] : [];
          }),
        }),
      );
      return { listeners, notes };
    });
  },
};
