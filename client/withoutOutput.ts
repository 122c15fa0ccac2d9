import type { TextDocument } from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/**
 * What an output channel shows is no file. Our own log least of all: to send what is new in it would be another message,
 * which stands in the log in turn.
 */
export const withoutOutput: Required<Pick<Middleware, 'didOpen' | 'didChange' | 'didClose'>> = {
  didOpen: (document, next) => unlessOutput(document, () => next(document)),
  didChange: (event, next) => unlessOutput(event.document, () => next(event)),
  didClose: (document, next) => unlessOutput(document, () => next(document)),
};

async function unlessOutput({ uri }: TextDocument, next: () => Promise<void>): Promise<void> {
  if (uri.scheme !== 'output') await next();
}
