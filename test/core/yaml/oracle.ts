import { type Document, isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair, parseAllDocuments } from 'yaml';

/** A tree that both readers can be turned into: a scalar with its text and where it stands, a list, a map. */
export type Shape =
  | { readonly text: string; readonly start?: number; readonly end?: number }
  | { readonly list: readonly Shape[] }
  | { readonly map: readonly (readonly [Shape, Shape])[] };

/** What the `yaml` library reads, with merge keys resolved as we do. */
export function oracle(text: string): { readonly documents: readonly Shape[]; readonly valid: boolean } {
  const parsed = parseAllDocuments(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    strict: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const documents = Array.isArray(parsed) ? parsed : [];
  const shapes = documents.filter(each => each.contents !== null).map(each => shapeOf(each, each.contents, []));
  const valid = documents.every(each => each.errors.length === 0) && !JSON.stringify(shapes).includes(UNRESOLVED);
  return { documents: shapes, valid };
}

/** Stands for an alias without an anchor, or inside of its own: the library reports neither. */
const UNRESOLVED = 'unresolved alias';

function shapeOf(document: Document.Parsed, node: unknown, around: readonly unknown[]): Shape {
  if (isAlias(node)) {
    const target = node.resolve(document);
    return target && !around.includes(target) ? shapeOf(document, target, around) : { text: UNRESOLVED };
  }
  const inside = [...around, node];
  if (isSeq(node)) {
    return {
      list: node.items.map(item => (isPair(item) ? mapOf(document, [item], inside) : shapeOf(document, item, inside))),
    };
  }
  if (isMap(node)) return mapOf(document, node.items, inside);
  if (!isScalar(node)) return { text: '' };
  const text = node.value === null ? '' : String(node.value);
  const block = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  if (!node.range || text === '') return { text };
  return block ? { text, start: node.range[0] } : { text, start: node.range[0], end: node.range[1] };
}

function mapOf(document: Document.Parsed, pairs: readonly Pair[], around: readonly unknown[]): Shape {
  const own: (readonly [Shape, Shape])[] = [];
  const merged: Shape[] = [];
  for (const pair of pairs) {
    const key = shapeOf(document, pair.key, around);
    const value = shapeOf(document, pair.value, around);
    const maps = isMerge(pair.key as Node)
      ? ('list' in value ? value.list : [value]).filter(each => 'map' in each)
      : [];
    if (maps.length > 0) merged.push(...maps);
    else if ('text' in key) own.push([key, value]);
  }
  const given = new Set(own.map(([key]) => ('text' in key ? key.text : '')));
  for (const shape of merged) {
    const fresh = 'map' in shape ? shape.map.filter(([key]) => 'text' in key && !given.has(key.text)) : [];
    for (const [key] of fresh) if ('text' in key) given.add(key.text);
    own.push(...fresh);
  }
  return { map: own };
}

function isMerge(key: Node): boolean {
  return isScalar(key) && key.value === '<<' && key.type === 'PLAIN';
}
