import { type ExtensionContext, Uri, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './activate.ts';
import { workerScript } from './workerScript.ts';

/** A worker may not know where it was loaded from, so it is sent what the desktop's server reads from disk. */
export async function activate(context: ExtensionContext): Promise<void> {
  const read = async (name: string): Promise<string> =>
    new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'dist', name)));
  const [core, server, registry] = await Promise.all([read('core.js'), read('server.js'), read('registry.txt')]);
  const script = URL.createObjectURL(new Blob([workerScript(core, server)], { type: 'text/javascript' }));
  const worker = new Worker(script);
  const started = activateWith(context, { registry }, options => {
    return new LanguageClient('portolan', 'Portolan', worker, options);
  });
  void started.finally(() => URL.revokeObjectURL(script));
}
