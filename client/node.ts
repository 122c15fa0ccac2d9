import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { InitializationOptions } from '../server/protocol.ts';
import { activateWith } from './activate.ts';

export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server.js');
  const server = { module, transport: TransportKind.stdio };
  activateWith(context, { system: system() }, options => {
    return new LanguageClient('portolan', 'Portolan', { run: server, debug: server }, options);
  });
}

function system(): NonNullable<InitializationOptions['system']> {
  switch (process.platform) {
    case 'darwin':
      return 'macos';
    case 'win32':
      return 'windows';
    default:
      return 'linux';
  }
}
