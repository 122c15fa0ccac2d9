import { commands, type TreeView } from 'vscode';

/**
 * The row that a key was pressed on. The editor tells views what is selected, but not where the arrow keys have moved to;
 * so that row is put into the selection, or out of it, and back. Tried twice: the rows may be drawn anew meanwhile.
 */
export async function pointedRow<T>(view: TreeView<T>): Promise<T | undefined> {
  return (await changedRow(view)) ?? (await changedRow(view));
}

async function changedRow<T>(view: TreeView<T>): Promise<T | undefined> {
  const before = view.selection;
  try {
    await commands.executeCommand('list.toggleSelection');
  } catch {
    // The row under the keyboard is being drawn anew.
    return undefined;
  }
  const after = view.selection;
  await commands.executeCommand('list.toggleSelection');
  return after.find(row => !before.includes(row)) ?? before.find(row => !after.includes(row));
}
