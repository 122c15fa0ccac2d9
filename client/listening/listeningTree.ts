import { type Event, EventEmitter, l10n, type TreeDataProvider, type TreeItem } from 'vscode';
import type { Listener, ListeningResult, PlaceInFile } from '../../server/protocol.ts';
import { rowItem } from './rowItem.ts';

/** One row of the view. */
export type Row =
  | { readonly kind: 'group'; readonly id: string; readonly label: string; readonly rows: readonly Row[] }
  | { readonly kind: 'listener'; readonly listener: Listener; readonly rows: readonly Row[] }
  | { readonly kind: 'place'; readonly says: string; readonly location: PlaceInFile; readonly port: number };

/** What listened when somebody asked last: first what takes ports of the workspace. */
export class ListeningTree implements TreeDataProvider<Row> {
  #roots: readonly Row[] = [];
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData: Event<undefined> = this.#changed.event;

  show({ listeners }: ListeningResult): void {
    const rows = listeners.map(listenerRow);
    const [wanted, others] = [rows.filter(({ rows }) => rows.length > 0), rows.filter(({ rows }) => rows.length === 0)];
    this.#roots = [
      ...group('workspace', l10n.t('Ports of This Workspace'), wanted),
      ...group('others', l10n.t('Others on This Machine'), others),
    ];
    this.#changed.fire(undefined);
  }

  getChildren(parent?: Row): Row[] {
    if (parent === undefined) return [...this.#roots];
    return parent.kind === 'place' ? [] : [...parent.rows];
  }

  /** Only of the roots: they alone are revealed. */
  getParent(): undefined {
    return undefined;
  }

  getTreeItem(row: Row): TreeItem {
    return rowItem(row);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

function group(id: string, label: string, rows: readonly Row[]): readonly Row[] {
  return rows.length === 0 ? [] : [{ kind: 'group', id, label, rows }];
}

function listenerRow(listener: Listener): Extract<Row, { kind: 'listener' }> {
  const { places, port } = listener;
  return { kind: 'listener', listener, rows: places.map(place => ({ kind: 'place', port, ...place })) };
}
