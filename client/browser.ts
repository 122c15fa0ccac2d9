import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './activate.ts';

export function activate(context: ExtensionContext): Promise<void> {
  const worker = new Worker(Uri.joinPath(context.extensionUri, 'dist/server-browser.js').toString(true));
  return activateWith(context, undefined, options => new LanguageClient('portolan', 'Portolan', worker, options));
}
