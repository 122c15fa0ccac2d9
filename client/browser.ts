import { type ExtensionContext, Uri, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './activate.ts';

export async function activate(context: ExtensionContext): Promise<void> {
  const file = (name: string): Uri => Uri.joinPath(context.extensionUri, 'dist', name);
  // A worker may not know where it was loaded from, so it is sent what the desktop's server reads from disk.
  const registry = new TextDecoder().decode(await workspace.fs.readFile(file('registry.txt')));
  const worker = new Worker(file('server-browser.js').toString(true));
  await activateWith(context, { registry }, options => new LanguageClient('portolan', 'Portolan', worker, options));
}
