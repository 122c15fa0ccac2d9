import { commands, Disposable, l10n, type TreeView } from 'vscode';
import type { PortMapResult } from '../../server/protocol.ts';
import { pointedRow } from '../views/pointedRow.ts';
import type { AskPortMap, PortMapTree, Row, Wanted } from './portMapTree.ts';

/** In milliseconds: a shorter wait needs no words. */
const PATIENCE = 400;

/** What stands around the rows: counts, messages, the badge, and the context that menus and welcome texts go by. */
export class PortMapView {
  readonly #rows: TreeView<Row>;
  readonly #tree: PortMapTree;
  readonly #ask: AskPortMap;
  readonly #listeners: Disposable;
  /** Nobody saw the last change. */
  #isStale = false;
  /** The selection changes only to tell where the keyboard is. */
  #isPointing = false;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(rows: TreeView<Row>, tree: PortMapTree, ask: AskPortMap) {
    this.#rows = rows;
    this.#tree = tree;
    this.#ask = ask;
    this.#listeners = Disposable.from(
      tree.onDidAnswer(answer => this.#tell(answer)),
      rows.onDidChangeVisibility(({ visible }) => this.#onVisible(visible)),
      // A click on a port opens its first place, so it would not open the row.
      rows.onDidChangeSelection(({ selection: [row] }) => {
        if (row?.node.hasChildren && !this.#isPointing) void this.reveal(row, { select: false, expand: true });
      }),
    );
    this.#patience = setTimeout(() => {
      rows.message = l10n.t('Reading the workspace…');
    }, PATIENCE);
    setContext('by', tree.wanted.by);
  }

  show(wanted: Wanted): void {
    setContext('by', wanted.by);
    setContext('isFiltered', wanted.filter !== '');
    this.#tree.show(wanted);
  }

  /** At once where somebody looks, else when they do. */
  refresh(): void {
    if (this.#rows.visible) this.#tree.refresh();
    else this.#isStale = true;
  }

  /** False where the rows have changed meanwhile. */
  async reveal(row: Row, options: Parameters<TreeView<Row>['reveal']>[1]): Promise<boolean> {
    try {
      await this.#rows.reveal(row, options);
      return true;
    } catch {
      return false;
    }
  }

  /** Rows are other objects once they were asked for again. */
  isSelected({ node: { id } }: Row): boolean {
    return this.#rows.selection.some(({ node }) => node.id === id);
  }

  /** The row that a key was pressed on. */
  async pointedRow(): Promise<Row | undefined> {
    this.#isPointing = true;
    try {
      return await pointedRow(this.#rows);
    } finally {
      this.#isPointing = false;
    }
  }

  dispose(): void {
    clearTimeout(this.#patience);
    this.#listeners.dispose();
  }

  #onVisible(isVisible: boolean): void {
    if (!isVisible || !this.#isStale) return;
    this.#isStale = false;
    this.#tree.refresh();
  }

  #tell(answer: PortMapResult | Error): void {
    clearTimeout(this.#patience);
    if (answer instanceof Error) {
      this.#rows.message = l10n.t('The port map cannot be shown: {0}', answer.message);
      return;
    }
    const { shown, all } = answer;
    const { filter } = this.#tree.wanted;
    this.#rows.message = '';
    this.#rows.description = filter === '' ? portCount(all) : l10n.t('“{0}” · {1} of {2}', filter, shown, all);
    setContext('isEmpty', all === 0);
    void this.#count();
  }

  async #count(): Promise<void> {
    // A server that is gone meanwhile is told of by the rows.
    const { shown } = await this.#ask({ by: 'port', filter: '@conflict' }).catch(() => ({ shown: 0 }));
    const tooltip = shown === 1 ? l10n.t('1 port in conflict') : l10n.t('{0} ports in conflict', shown);
    this.#rows.badge = shown === 0 ? undefined : { value: shown, tooltip };
  }
}

function portCount(all: number): string {
  if (all === 0) return '';
  return all === 1 ? l10n.t('1 port') : l10n.t('{0} ports', all);
}

function setContext(name: 'by' | 'isFiltered' | 'isEmpty', value: unknown): void {
  void commands.executeCommand('setContext', `portolan.portMap.${name}`, value);
}
