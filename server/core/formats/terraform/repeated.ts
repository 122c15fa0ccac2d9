import { mappedScalar } from '../../syntax/sourceScalar.ts';
import { entries, get, type Node, type Scalar, scalar, type Tree } from '../../syntax/tree.ts';
import { opaque, UNKNOWN } from '../../text/mapped.ts';

/** A block that stands once or for each element of a list, as it is with its element filled in. */
export interface Repeated {
  readonly body: Node;
  /** Whether there is one at all depends on what nobody knows here. */
  readonly isConditional: boolean;
}

/** Writes blocks out that Terraform repeats. The lists are those of the same file. */
export interface Repetition {
  /** `dynamic "ingress" { for_each = [22, 80]; content { … } }` as the `ingress` blocks that it becomes. */
  dynamic(resource: Node, type: string): readonly Repeated[];
  /** A resource with `for_each` or `count`. */
  resource(resource: Node): readonly Repeated[];
}

/**
 * https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks
 * https://developer.hashicorp.com/terraform/language/meta-arguments/for_each
 */
export function repetition({ documents }: Tree): Repetition {
  let values: ReadonlyMap<string, Node> | undefined;
  let left = MOST_WRITTEN;

  /** The list or map itself; undefined where it is computed, or another file's. */
  const collection = (node: Node | undefined): Node | undefined => {
    if (node?.kind !== 'scalar') return node;
    const name = REFERENCE.exec(node.text)?.[1];
    values ??= named(documents);
    const found = name === undefined ? undefined : values.get(name);
    return found?.kind === 'scalar' ? undefined : found;
  };

  const written = (body: Node, each: Node | undefined, iterator: string): readonly Repeated[] => {
    const elements = elementsOf(collection(each));
    const length = (elements?.length ?? 0) * (body.span.end - body.span.start);
    if (!elements || length > left) return [{ body: filled(body, iterator, undefined), isConditional: true }];
    left -= length;
    return elements.map(element => ({ body: filled(body, iterator, element), isConditional: false }));
  };

  return {
    dynamic: (resource, type) =>
      entries(resource).flatMap(({ key, value }) => {
        const block = key.text === 'dynamic' ? get(value, type) : undefined;
        const content = get(block, 'content');
        return content ? written(content, get(block, 'for_each'), scalar(get(block, 'iterator'))?.text ?? type) : [];
      }),
    resource(resource) {
      const each = get(resource, 'for_each');
      if (each) return written(resource, each, 'each');
      const count = scalar(get(resource, 'count'))?.text.trim() ?? '1';
      return count === '0' ? [] : [{ body: resource, isConditional: !/^\d+$|\blength\(/.test(count) }];
    },
  };
}

/** Characters of a file; one that is nothing but such blocks over one long list becomes much longer. */
const MOST_WRITTEN = 2_000_000;

/** `local.ports`, `toset(var.ports)` */
const REFERENCE = /^(?:\w+\()?((?:var|local)\.[\w-]+)\)?$/;

interface Element {
  readonly key: Scalar | undefined;
  readonly value: Node | undefined;
}

function elementsOf(node: Node | undefined): readonly Element[] | undefined {
  if (node?.kind === 'list') return node.items.map(value => ({ key: scalar(value), value }));
  return node?.kind === 'map' ? node.entries : undefined;
}

/** Defaults and locals of the file, by `var.name` and `local.name`. */
function named(documents: readonly Node[]): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>();
  const add = (name: string, value: Node | undefined): void => {
    if (value) found.set(name, value);
  };
  for (const { key, value } of documents.flatMap(entries)) {
    if (key.text === 'locals') for (const each of entries(value)) add(`local.${each.key.text}`, each.value);
    if (key.text === 'variable')
      for (const each of entries(value)) add(`var.${each.key.text}`, get(each.value, 'default'));
  }
  return found;
}

/** The attributes of a body, and the items of their lists, with the element in place of `ingress.value`. */
function filled(body: Node, iterator: string, element: Element | undefined): Node {
  if (body.kind !== 'map') return body;
  const fill = (node: Node | undefined): Node | undefined => {
    if (node?.kind === 'list')
      return { kind: 'list', span: node.span, flow: node.flow, items: node.items.flatMap(item => fill(item) ?? []) };
    return node?.kind === 'scalar' ? (reference(node, iterator, element) ?? node) : node;
  };
  const changed = body.entries.map(({ key, value, merged }) => ({ key, value: fill(value), merged }));
  return { kind: 'map', span: body.span, flow: body.flow, entries: changed };
}

/** What a reference to the element stands for; undefined where the text is none. */
function reference(node: Scalar, iterator: string, element: Element | undefined): Node | undefined {
  const path = node.text.replace(/^\$\{\s*(.*?)\s*\}$/, '$1');
  if (!path.startsWith(`${iterator}.`)) return undefined;
  const [, part, attribute] = /^\.(key|value)(?:\.(\w+)|\["(\w+)"\])?$/.exec(path.slice(iterator.length)) ?? [];
  const whole = part === 'key' ? element?.key : part === 'value' ? element?.value : undefined;
  const name = attribute ?? /\["(\w+)"\]$/.exec(path)?.[1];
  return (name === undefined ? whole : get(whole, name)) ?? mappedScalar(opaque(UNKNOWN, node.span));
}
