import { commands, type Disposable, EventEmitter, Uri, window, workspace } from 'vscode';
import { OPEN_PORT_PAGE, PORT_PAGE, type PortPageParams, type PortPageResult } from '../../server/protocol.ts';
import type { Part } from '../part.ts';
import { pickPort } from './pickPort.ts';
import { portNumber } from './portNumber.ts';

const SCHEME = 'portolan';

/** `portolan:/1640.md`, a virtual document, shown by the Markdown preview that every VS Code has. */
export function providePortPages({ client }: Part): Disposable[] {
  const changed = new EventEmitter<Uri>();
  return [
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: async uri => {
        const port = portOf(uri);
        if (port === undefined) return '';
        const params: PortPageParams = { port };
        return (await client.sendRequest<PortPageResult>(PORT_PAGE, params)).markdown;
      },
    }),
    commands.registerCommand(OPEN_PORT_PAGE, async (asked?: unknown) => {
      const port = asked === undefined ? await pickPort(client) : portNumber(String(asked));
      if (port === undefined) return;
      const page = Uri.from({ scheme: SCHEME, path: `/${port}.md` });
      // A page that is still open tells where the port stood when it was read.
      changed.fire(page);
      await showPage(page);
    }),
  ];
}

async function showPage(page: Uri): Promise<void> {
  try {
    // Not asked for before: the command is known only once its extension runs, and calling it starts that.
    await commands.executeCommand('markdown.showPreview', page);
  } catch {
    // Whoever has switched the built-in Markdown extension off gets the text.
    await window.showTextDocument(page);
  }
}

function portOf(uri: Uri): number | undefined {
  return portNumber(/^\/(.+)\.md$/.exec(uri.path)?.[1] ?? '');
}
