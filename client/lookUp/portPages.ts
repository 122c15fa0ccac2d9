import { commands, type Disposable, EventEmitter, l10n, Uri, window, workspace } from 'vscode';
import { PORT_PAGE, type PortPageParams, type PortPageResult } from '../../server/protocol.ts';
import type { Part } from '../part.ts';
import { portNumber } from '../ports/portNumber.ts';
import { sayFailed } from '../views/sayFailed.ts';
import { lookUpCommands } from './lookUpCommands.ts';

const SCHEME = 'portolan';

/** `portolan:/1640.md`, a virtual document, shown by the Markdown preview that every VS Code has. */
export function providePortPages(part: Part): Disposable[] {
  const changed = new EventEmitter<Uri>();
  const open = async (port: number): Promise<void> => {
    const page = Uri.from({ scheme: SCHEME, path: `/${port}.md` });
    // A page that is still open tells where the port stood when it was read.
    changed.fire(page);
    await showPage(page);
  };
  return [
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: async uri => {
        const port = portOf(uri);
        if (port === undefined) return '';
        const params: PortPageParams = { port };
        try {
          return (await part.client.sendRequest<PortPageResult>(PORT_PAGE, params)).markdown;
        } catch (error) {
          void sayFailed(part.client, l10n.t('The page of {0} cannot be shown', port), error);
          return '';
        }
      },
    }),
    ...lookUpCommands(part, open),
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
