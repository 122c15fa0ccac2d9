import { fromVariable, opaque } from '../text/mapped.ts';
import type { Span } from '../text/span.ts';
import { type CodeLanguage, type Literal, readCode } from './code.ts';
import { exactScalar, mappedScalar } from './sourceScalar.ts';
import type { MapEntry, MapNode, Scalar, Tree } from './tree.ts';

/**
 * A program as the tree of what it says in so many words: names are keys, positional arguments and items stand under their
 * index, and what stands side by side in the source does so in the tree: `network "forwarded_port", guest: 80` is
 * `{network: {0: forwarded_port, guest: 80}}`. Numbers that the program computes with are left out; strings stay, for
 * their URLs. All maps span the whole text.
 */
export function codeTree(language: CodeLanguage): (text: string) => Tree {
  return text => {
    const { literals, comments } = readCode(text, language);
    const maps = new MapsByName({ start: 0, end: text.length });
    for (const literal of literals) {
      if (!literal.plain && literal.kind !== 'string') continue;
      const path = literal.index === undefined ? literal.names : [...literal.names, String(literal.index)];
      const map = maps.get(path.slice(0, -1), literal.scope);
      map.push({ key: keyOf(path.at(-1) ?? '', literal), value: scalarOf(literal), merged: false });
    }
    return { documents: literals.length > 0 ? [maps.root] : [], comments, errors: [] };
  };
}

/** Names stand at many places of a program, so a key has the place of its value. */
function keyOf(name: string, { span }: Literal): Scalar {
  return { ...exactScalar('', span), text: name, exact: false };
}

function scalarOf({ value, span, kind, fallbackOf }: Literal): Scalar {
  const style = kind === 'string' ? 'double' : 'plain';
  if (kind === 'number' && value.text.includes('_')) {
    // `3_000` is another way to write 3000.
    return mappedScalar(opaque(value.text.replaceAll('_', ''), value.span), span, style);
  }
  if (fallbackOf === undefined) return mappedScalar(value, span, style);
  const variable = { name: fallbackOf, span: value.span, from: 'fallback' } as const;
  return mappedScalar(fromVariable(value, variable), span, style);
}

/** The maps of a tree that grows by paths. Two with one name are two, where they stand apart in the source. */
class MapsByName {
  readonly root: MapNode;
  readonly #whole: Span;
  readonly #rootEntries: MapEntry[] = [];
  readonly #known = new Map<string, MapEntry[]>();

  constructor(whole: Span) {
    this.#whole = whole;
    this.root = { kind: 'map', span: whole, flow: false, entries: this.#rootEntries };
  }

  get(names: readonly string[], scope: number): MapEntry[] {
    const id = `${scope} ${names.join('\n')}`;
    const known = this.#known.get(id);
    if (known) return known;
    const entries: MapEntry[] = [];
    let value: MapNode = { kind: 'map', span: this.#whole, flow: false, entries };
    for (const name of names.slice(1).toReversed()) value = this.#around(name, value);
    if (names[0] === undefined) return this.#rootEntries;
    this.#rootEntries.push(this.#entry(names[0], value));
    this.#known.set(id, entries);
    return entries;
  }

  #around(name: string, value: MapNode): MapNode {
    return { kind: 'map', span: this.#whole, flow: false, entries: [this.#entry(name, value)] };
  }

  #entry(name: string, value: MapNode): MapEntry {
    const { start } = this.#whole;
    return { key: { ...exactScalar('', { start, end: start }), text: name, exact: false }, value, merged: false };
  }
}
