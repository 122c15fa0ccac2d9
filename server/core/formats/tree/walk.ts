import type { Fault } from '../../facts/document.ts';
import { commandOccurrence } from '../../ports/commandOccurrence.ts';
import type { PortOccurrence, PortRole } from '../../ports/occurrence.ts';
import type { CommandPort } from '../../ports/read/commandValue.ts';
import type { SettingPort } from '../../ports/read/setting.ts';
import { settingOccurrence } from '../../ports/settingOccurrence.ts';
import { entry, type MapEntry, type MapNode, type Node, type Scalar } from '../../syntax/tree.ts';
import type { Mapped } from '../../text/mapped.ts';
import { covers, type Span } from '../../text/span.ts';
import type { Collector } from '../collector.ts';
import type { Embedded } from '../format.ts';
import type { PathTrie, State } from './pathTrie.ts';
import type { At, Reader, Scope } from './place.ts';

/** What a walk needs of its format, and where it puts what it finds. */
export interface WalkOptions {
  readonly trie: PathTrie;
  /** Reads the scalars that no place names. */
  readonly rest: Reader | undefined;
  /** A key `server.port` counts as two. */
  readonly dotted: boolean;
  readonly found: Collector;
  text(scalar: Scalar): Mapped;
  readonly words: ReadonlySet<string>;
  scope(at: At): Scope;
  embed(path: string, text: Mapped): Embedded;
}

/** Visits every node of a document once, and gives each to the first place that names it. */
export function walk(document: Node, options: WalkOptions): void {
  new Walk(options).visit(document, options.trie.start);
}

const LONG = 50;

function holdsMaps(node: Node): boolean {
  return node.kind === 'map' || (node.kind === 'list' && node.items.some(({ kind }) => kind === 'map'));
}

class Walk implements At {
  key: Scalar | undefined = undefined;
  readonly parents: Node[] = [];
  readonly #path: (string | number)[] = [];
  readonly #options: WalkOptions;
  /** Nodes that were met at an alias; their own place counts besides, so that no text is read more than twice. */
  readonly #aliased = new Set<Node>();
  /** The last entries of long maps by their keys. */
  readonly #long = new Map<MapNode, ReadonlyMap<string, MapEntry>>();

  constructor(options: WalkOptions) {
    this.#options = options;
  }

  get words(): ReadonlySet<string> {
    return this.#options.words;
  }

  get path(): readonly (string | number)[] {
    return [...this.#path];
  }

  get keys(): readonly string[] {
    return this.#path.filter(key => typeof key === 'string');
  }

  get scope(): Scope {
    return this.#options.scope(this);
  }

  visit(node: Node, active: readonly State[]): void {
    const outer = this.parents.at(-1);
    if (outer && !covers(outer.span, node.span)) {
      if (this.#aliased.has(node)) return;
      this.#aliased.add(node);
    }
    const reader = this.#readerOf(node, active);
    if (reader) reader.read(node, this);
    else if (node.kind === 'scalar') this.#options.rest?.read(node, this);
    else this.#visitInside(node, active);
  }

  /** That of the first line in the table which names the node. */
  #readerOf(node: Node, active: readonly State[]): Reader | undefined {
    let first = Number.POSITIVE_INFINITY;
    let found: Reader | undefined;
    for (const { places } of active) {
      for (const { line, place } of places) {
        if (line >= first || (place.reader.ofTexts && holdsMaps(node)) || (place.when && !place.when(this, node)))
          continue;
        first = line;
        found = place.reader;
      }
    }
    return found;
  }

  #visitInside(node: Exclude<Node, Scalar>, active: readonly State[]): void {
    const { trie, dotted } = this.#options;
    this.parents.push(node);
    if (node.kind === 'map') {
      const outer = this.key;
      for (const { key, value, merged } of node.entries) {
        if (!value || merged) continue;
        this.key = key;
        this.#path.push(key.text);
        const parts = dotted ? key.text.split('.') : [key.text];
        this.visit(value, parts.reduce(trie.next, active));
        this.#path.pop();
      }
      this.key = outer;
    } else {
      for (const [index, item] of node.items.entries()) {
        this.#path.push(index);
        this.visit(item, trie.next(active, String(index)));
        this.#path.pop();
      }
    }
    this.parents.pop();
  }

  get(map: Node | undefined, key: string): Node | undefined {
    return map?.kind === 'map' ? this.#entry(map, key)?.value : undefined;
  }

  holds(map: Node, key: string): boolean {
    return map.kind === 'map' && this.#entry(map, key) !== undefined;
  }

  sibling(...names: readonly string[]): Scalar | undefined {
    const map = this.parents.findLast(parent => parent.kind === 'map');
    for (const name of names) {
      const value = this.#entry(map, name)?.value;
      if (value?.kind === 'scalar') return value;
    }
    return undefined;
  }

  /** A search in a long map for each of its entries would take quadratic time. */
  #entry(map: MapNode | undefined, name: string): MapEntry | undefined {
    if (map === undefined || map.entries.length < LONG) return entry(map, name);
    const known = this.#long.get(map) ?? new Map(map.entries.map(each => [each.key.text, each]));
    this.#long.set(map, known);
    return known.get(name);
  }

  text(scalar: Scalar): Mapped {
    return this.#options.text(scalar);
  }

  add(port: SettingPort, token: Span): void {
    this.addOccurrence(settingOccurrence(port, { ...this.scope, token, path: this.path }));
  }

  addCommand(port: CommandPort, role?: PortRole): void {
    this.addOccurrence(commandOccurrence(port, { ...this.scope, path: this.path }, role));
  }

  addOccurrence(occurrence: PortOccurrence): void {
    this.#options.found.port(occurrence);
  }

  embed(path: string, text: Mapped): void {
    const { occurrences, faults } = this.#options.embed(path, text);
    const base = this.path;
    for (const occurrence of occurrences) this.addOccurrence({ ...occurrence, path: [...base, ...occurrence.path] });
    for (const fault of faults) this.#options.found.fault({ ...fault, path: [...base, ...fault.path] });
  }

  fault(fault: Omit<Fault, 'path'>): void {
    this.#options.found.fault({ ...fault, path: this.path });
  }
}
