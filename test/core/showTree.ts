import assert from 'node:assert/strict';
import type { Node, Scalar, Tree } from '../../server/core/syntax/tree.ts';

/** A tree on one line: quotes only around what is not plain, `-` for what is missing. */
export function showTree(tree: Tree): string {
  return tree.documents.map(showNode).join(' --- ');
}

export function showNode(node: Node | undefined): string {
  if (!node) return '-';
  if (node.kind === 'scalar') return node.style === 'plain' ? node.text : JSON.stringify(node.text);
  if (node.kind === 'list') return `[${node.items.map(showNode).join(', ')}]`;
  return `{${node.entries.map(({ key, value }) => `${showNode(key)}: ${showNode(value)}`).join('; ')}}`;
}

/** Every node stands inside of its parent, and an exact scalar says what the source says. */
export function checkSpans(text: string, tree: Tree): void {
  for (const root of tree.documents) checkNode(root, 0, text.length);
  for (const { span } of [...tree.comments, ...tree.errors]) {
    assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
  }

  function checkNode(node: Node, start: number, end: number): void {
    const { span } = node;
    const inside = start <= span.start && span.start <= span.end && span.end <= end;
    if (!inside) assert.fail(`${showNode(node)} is out of place`);
    if (node.kind === 'scalar') checkScalar(node);
    else if (node.kind === 'list') for (const item of node.items) checkNode(item, span.start, span.end);
    else {
      for (const { key, value } of node.entries) {
        checkNode(key, span.start, span.end);
        if (value) checkNode(value, span.start, span.end);
      }
    }
  }

  function checkScalar({ span, inner, exact, mapped, text: value }: Scalar): void {
    assert.ok(span.start <= inner.start && inner.start <= inner.end && inner.end <= span.end);
    assert.equal(mapped.text, value);
    if (exact) assert.equal(text.slice(inner.start, inner.end), value);
    for (const segment of mapped.segments) {
      if (!segment.exact) continue;
      const { start, end } = segment.span;
      assert.equal(value.slice(segment.at, segment.at + end - start), text.slice(start, end));
    }
  }
}
