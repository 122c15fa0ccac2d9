import type { Span } from '../../text/span.ts';
import { DEEPEST, type ListNode, type MapEntry, type MapNode, type Node, type Scalar } from '../tree.ts';
import type { Cursor } from './cursor.ts';

/** A directive while its arguments are being read. */
export interface Directive {
  readonly name: Scalar;
  readonly items: Node[];
}

/** A block that is open: with braces, between tags, or up to the next section. */
export interface Block {
  readonly kind: 'root' | 'brace' | 'tag' | 'section';
  /** Undefined of the root alone. */
  readonly owner: Directive | undefined;
  readonly start: number;
  readonly entries: MapEntry[];
}

/** The blocks around the cursor, and the directive that is being read. */
export class Blocks {
  directive: Directive | undefined;
  readonly #root: Block;
  readonly #open: Block[];
  /** Braces that were opened below the deepest block. */
  #ignored = 0;

  constructor(start: number) {
    this.#root = { kind: 'root', owner: undefined, start, entries: [] };
    this.#open = [this.#root];
  }

  get innermost(): Block {
    return this.#open.at(-1) ?? this.#root;
  }

  get depth(): number {
    return this.#open.length - 1;
  }

  get full(): boolean {
    return this.#open.length > DEEPEST;
  }

  end(): void {
    const { directive } = this;
    if (!directive) return;
    this.directive = undefined;
    this.innermost.entries.push({ key: directive.name, value: argumentsOf(directive), merged: false });
  }

  open(kind: Block['kind'], start: number): void {
    const owner = this.directive;
    if (this.full) {
      this.end();
      this.#ignored++;
      return;
    }
    this.directive = undefined;
    this.#open.push({ kind, owner, start, entries: [] });
  }

  /** Closes the innermost block. The directive that it belongs to is the current one again, so that it may go on. */
  close(end: number): void {
    if (this.#ignored > 0) {
      this.#ignored--;
      return;
    }
    const block = this.#open.length > 1 ? this.#open.pop() : undefined;
    if (!block?.owner) return;
    block.owner.items.push(mapOf(block, end));
    this.directive = block.owner;
  }

  /** The innermost open block that the test accepts is closed, with those in it. False where there is none. */
  closeTo(end: number, accepts: (block: Block) => boolean): boolean {
    if (this.#ignored > 0) {
      this.#ignored--;
      return true;
    }
    const index = this.#open.findLastIndex(accepts);
    if (index < 1) return false;
    while (this.#open.length > index) {
      this.end();
      this.close(end);
    }
    return true;
  }

  finish(c: Cursor): MapNode {
    const end = c.text.length;
    this.#ignored = 0;
    this.end();
    while (this.#open.length > 1) {
      const { kind, start } = this.innermost;
      if (kind !== 'section') c.fail(start, Math.min(start + 1, end), 'This block is not closed');
      this.close(end);
      this.end();
    }
    return mapOf(this.#root, end);
  }
}

function mapOf({ start, entries }: Block, end: number): MapNode {
  return { kind: 'map', span: { start, end }, flow: false, entries };
}

function argumentsOf({ name, items }: Directive): ListNode {
  const start = items[0]?.span.start ?? name.span.end;
  const span: Span = { start, end: items.at(-1)?.span.end ?? start };
  return { kind: 'list', span, flow: false, items };
}
