import type { Span } from '../../text/span.ts';
import type { ListNode, MapEntry, MapNode, Node } from '../tree.ts';
import type { YamlScalar } from './yamlScalar.ts';

/** A map that grows while it is read. */
export class YamlMap implements MapNode {
  readonly kind: 'map' = 'map';
  readonly span: Span;
  readonly flow: boolean;
  readonly entries: MapEntry[];
  tag?: string;

  constructor(start: number, end: number, flow: boolean, entries: MapEntry[]) {
    this.span = { start, end };
    this.flow = flow;
    this.entries = entries;
  }
}

/** A list that grows while it is read. */
export class YamlList implements ListNode {
  readonly kind: 'list' = 'list';
  readonly span: Span;
  readonly flow: boolean;
  readonly items: Node[];
  tag?: string;

  constructor(start: number, end: number, flow: boolean, items: Node[]) {
    this.span = { start, end };
    this.flow = flow;
    this.items = items;
  }
}

/** A node as this reader makes it: its tag can still be set. */
export type YamlNode = YamlMap | YamlList | YamlScalar;
