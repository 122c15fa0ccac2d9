import { type ExtensionContext, Uri, workspace } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './activate.ts';
import { workerScript } from './workerScript.ts';

/** A worker may not know where it was loaded from, so it is sent what the desktop's server reads from disk. */
export async function activate(context: ExtensionContext): Promise<void> {
  const read = async (name: string): Promise<string> =>
    new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'dist', name)));
  const [core, server, registry] = await Promise.all([read('core.js'), read('server.js'), read('registry.txt')]);
  const script = URL.createObjectURL(new Blob([workerScript(core, server)], { type: 'text/javascript' }));
  context.subscriptions.push({ dispose: () => URL.revokeObjectURL(script) });
  let worker: Worker | undefined;
  const start = async () => {
    // The one before, when the server is started anew.
    worker?.terminate();
    worker = new Worker(script);
    // Not the worker itself: in an extension host it is no instance of what is called `Worker` there.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  activateWith(context, { registry }, options => new LanguageClient('portolan', 'Portolan', start, options));
}
