import { type Event, EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { PortMapGrouping, PortMapNode, PortMapParams, PortMapResult } from '../../server/protocol.ts';
import { reasonOf } from '../views/reasonOf.ts';
import { rowItem } from './rowItem.ts';

/** One row of the view. */
export interface Row {
  readonly node: PortMapNode;
  readonly parent: Row | undefined;
  /** Before anybody opens or closes it. */
  readonly isOpen: boolean;
}

/** What the view shows of the map: by what it is grouped, and what it is narrowed by. */
export interface Wanted {
  readonly by: PortMapGrouping;
  /** Empty: everything. */
  readonly filter: string;
}

export type AskPortMap = (params: PortMapParams) => Promise<PortMapResult>;

/** The map as the view's tree. Each level is asked for when it is opened. */
export class PortMapTree implements TreeDataProvider<Row> {
  readonly #ask: AskPortMap;
  #wanted: Wanted;
  readonly #changed = new EventEmitter<Row | undefined>();
  readonly onDidChangeTreeData: Event<Row | undefined> = this.#changed.event;
  readonly #answered = new EventEmitter<PortMapResult | Error>();
  /** The roots of what is wanted now, or why there are none. */
  readonly onDidAnswer: Event<PortMapResult | Error> = this.#answered.event;

  constructor(ask: AskPortMap, wanted: Wanted) {
    this.#ask = ask;
    this.#wanted = wanted;
  }

  get wanted(): Wanted {
    return this.#wanted;
  }

  show(wanted: Wanted): void {
    this.#wanted = wanted;
    this.refresh();
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  async getChildren(parent?: Row): Promise<Row[]> {
    const wanted = this.#wanted;
    const { by, filter } = wanted;
    const params = { by, ...(filter !== '' && { filter }), ...(parent && { parent: parent.node.id }) };
    try {
      const answer = await this.#ask(params);
      // A later key may have been answered already.
      if (parent === undefined && wanted === this.#wanted) this.#answered.fire(answer);
      const isOpen = answer.nodes.length <= FEW;
      return answer.nodes.map(node => ({ node, parent, isOpen: isOpen && node.kind === 'project' }));
    } catch (error) {
      if (wanted === this.#wanted) this.#answered.fire(new Error(reasonOf(error)));
      return [];
    }
  }

  getTreeItem({ node, isOpen }: Row): TreeItem {
    return rowItem(node, isOpen);
  }

  getParent({ parent }: Row): Row | undefined {
    return parent;
  }

  dispose(): void {
    this.#changed.dispose();
    this.#answered.dispose();
  }
}

/** So many projects are open at once: they are only there to tell services apart, which were asked for. */
const FEW = 10;
