import { commands, type Disposable, env, ViewColumn, window } from 'vscode';
import {
  OPEN_PORT_PAGE,
  PORT_MAP,
  PORT_MAP_CHANGED,
  type PortMapGrouping,
  type PortMapResult,
} from '../../server/protocol.ts';
import { onRestart } from '../onRestart.ts';
import type { Part } from '../part.ts';
import { rangeOf, uriOf } from '../views/place.ts';
import { copyPortMap } from './copyPortMap.ts';
import { openFilterBox } from './filterBox.ts';
import { type AskPortMap, PortMapTree, type Row } from './portMapTree.ts';
import { PortMapView } from './portMapView.ts';
import { rowAtCursor } from './rowAtCursor.ts';
import { rowMarkdown } from './rowMarkdown.ts';

/** The grouping that a workspace was left with. */
const REMEMBERED = 'portMap.by';

/** In milliseconds. */
const UNTIL_DRAWN = 300;

/** The view of all ports of the workspace, and its commands. */
export function showPortMap({ client, context }: Part): Disposable[] {
  const ask: AskPortMap = params => client.sendRequest<PortMapResult>(PORT_MAP, params);
  const by = context.workspaceState.get<PortMapGrouping>(REMEMBERED) ?? 'port';
  const tree = new PortMapTree(ask, { by, filter: '' });
  const rows = window.createTreeView('portolan.portMap', { treeDataProvider: tree, showCollapseAll: true });
  const view = new PortMapView(rows, tree, ask);

  const on = <T = Row>(name: string, run: (argument?: T) => unknown): Disposable =>
    commands.registerCommand(`portolan.${name}`, run);
  const group = async (by: PortMapGrouping): Promise<void> => {
    view.show({ ...tree.wanted, by });
    await context.workspaceState.update(REMEMBERED, by);
  };
  const filter = (filter: string): void => {
    if (filter !== tree.wanted.filter) view.show({ ...tree.wanted, filter });
  };
  const focus = (): Thenable<unknown> => commands.executeCommand('portolan.portMap.focus');
  /** There may be no rows yet to take the focus, and the one that had it may be gone. */
  const focusFirst = async (): Promise<void> => {
    const [first] = await tree.getChildren();
    if (!first || !(await view.reveal(first, { select: false, focus: true }))) await focus();
  };
  const revealCursor = async (): Promise<boolean> => {
    for (let tries = 0; tries < 3; tries++) {
      const row = await rowAtCursor(tree, window.activeTextEditor);
      if (!row) return false;
      if ((await view.reveal(row, { focus: true })) && view.isSelected(row)) return true;
      // The editor draws rows anew some time after they have changed, and reveals none meanwhile.
      await new Promise(resolve => setTimeout(resolve, UNTIL_DRAWN));
    }
    return false;
  };
  /** The editor names the row of a menu, but not that of a key. */
  const meant = async (row: Row | undefined): Promise<Row | undefined> => row ?? (await view.pointedRow());
  const open = async (row: Row | undefined, viewColumn: ViewColumn): Promise<void> => {
    const location = (await meant(row))?.node.location;
    if (location) await window.showTextDocument(uriOf(location), { viewColumn, selection: rangeOf(location) });
  };
  const copy = async (row: Row | undefined, text: (row: Row) => string | Promise<string>): Promise<void> => {
    const which = await meant(row);
    if (which) await env.clipboard.writeText(await text(which));
  };
  return [
    tree,
    rows,
    view,
    client.onNotification(PORT_MAP_CHANGED, () => view.refresh()),
    onRestart(client, () => view.refresh()),
    on('showPortMap', async () => {
      const isNew = !rows.visible;
      await focus();
      if (!(await revealCursor()) && isNew) await focusFirst();
    }),
    on('portMap.byPort', () => group('port')),
    on('portMap.byService', () => group('service')),
    on('portMap.byFile', () => group('file')),
    // A button in the view's title passes the row that has the focus.
    on<unknown>('portMap.filter', async text => {
      if (typeof text === 'string') return filter(text);
      // What is typed at once must not go to the rows.
      if (!rows.visible) await focus();
      openFilterBox(tree, filter, focusFirst);
    }),
    on('portMap.clearFilter', () => filter('')),
    on('portMap.refresh', () => view.refresh()),
    on<unknown>('portMap.copyAs', format => copyPortMap(client, format)),
    on('portMap.openPage', async row => {
      const which = await meant(row);
      if (which?.node.port !== undefined) await commands.executeCommand(OPEN_PORT_PAGE, which.node.port);
    }),
    on('portMap.goTo', row => open(row, ViewColumn.Active)),
    on('portMap.openToSide', row => open(row, ViewColumn.Beside)),
    on('portMap.copyItem', row => copy(row, ({ node }) => node.label)),
    on('portMap.copyMarkdown', row => copy(row, which => rowMarkdown(which, row => tree.getChildren(row)))),
  ];
}
