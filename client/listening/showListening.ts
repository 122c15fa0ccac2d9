import { commands, type Disposable, env, l10n, window } from 'vscode';
import { LISTENING, type ListeningResult, OPEN_PORT_PAGE } from '../../server/protocol.ts';
import type { Part } from '../part.ts';
import { placeName } from '../views/place.ts';
import { pointedRow } from '../views/pointedRow.ts';
import { sayFailed } from '../views/sayFailed.ts';
import { listenerName, processWords } from './listenerText.ts';
import { ListeningTree, type Row } from './listeningTree.ts';

/** The view of what listens on the machine. It is looked at only when somebody asks, and stays as it was then. */
export function showListening({ client, hasMachine }: Part): readonly Disposable[] {
  void commands.executeCommand('setContext', 'portolan.hasMachine', hasMachine);
  if (!hasMachine) return [];
  const tree = new ListeningTree();
  const view = window.createTreeView('portolan.listening', { treeDataProvider: tree, showCollapseAll: true });

  const look = async (): Promise<void> => {
    await commands.executeCommand('portolan.listening.focus');
    const progress = { location: { viewId: 'portolan.listening' } };
    try {
      const result = await window.withProgress(progress, () => client.sendRequest<ListeningResult>(LISTENING));
      view.message = messageOf(result);
      view.description = l10n.t('at {0}', new Date().toLocaleTimeString([], { timeStyle: 'short' }));
      tree.show(result);
      await commands.executeCommand('setContext', 'portolan.listening.isKnown', true);
      // The button that had the focus is gone.
      const [first] = tree.getChildren();
      if (first) await view.reveal(first, { select: false, focus: true });
    } catch (error) {
      void sayFailed(client, l10n.t('What is listening cannot be told'), error);
    }
  };
  const on = (name: string, run: (row?: Row) => unknown): Disposable =>
    commands.registerCommand(`portolan.${name}`, run);
  return [
    tree,
    view,
    on('showListening', look),
    on('listening.refresh', look),
    on('listening.openPage', async row => {
      const port = portOf(row ?? (await pointedRow(view)));
      if (port !== undefined) await commands.executeCommand(OPEN_PORT_PAGE, port);
    }),
    on('listening.copyItem', async row => {
      const which = row ?? (await pointedRow(view));
      if (which) await env.clipboard.writeText(textOf(which));
    }),
  ];
}

/** What could not be learnt goes before the rows; where there are none, it says why. */
function messageOf({ listeners, notes }: ListeningResult): string {
  const nothing = listeners.length === 0 ? [l10n.t('Nothing listens on this machine.')] : [];
  return [...nothing, ...notes].join('\n');
}

function portOf(row: Row | undefined): number | undefined {
  switch (row?.kind) {
    case 'listener':
      return row.listener.port;
    case 'place':
      return row.port;
    default:
      return undefined;
  }
}

function textOf(row: Row): string {
  switch (row.kind) {
    case 'group':
      return row.rows.map(textOf).join('\n');
    case 'listener':
      return `${listenerName(row.listener)} ${processWords(row.listener)} ${row.listener.addresses.join(', ')}`;
    case 'place':
      return `${row.says} (${placeName(row.location)})`;
  }
}
