import { type QuickPick, type QuickPickItem, window } from 'vscode';

/** A list that keeps the order of its items, the best first, also while one types. Not yet in the API's types. */
export function createPick<T extends QuickPickItem>(): QuickPick<T> {
  return Object.assign(window.createQuickPick<T>(), { sortByLabel: false });
}
