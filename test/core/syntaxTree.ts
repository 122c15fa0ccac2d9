import assert from 'node:assert/strict';
import type { Node, Scalar, Tree } from '../../server/core/syntax/tree.ts';

/** Every span of a tree lies in the text, parts lie in their wholes, and exact scalars read back. */
export function checkTree(text: string, { documents, comments, errors }: Tree): void {
  for (const { span } of [...comments, ...errors]) assert.ok(0 <= span.start && span.start <= span.end);
  for (const { span } of [...comments, ...errors]) assert.ok(span.end <= text.length + 1);
  for (const document of documents) checkNode(text, document, 0, text.length);
}

/** A plain value as `PORT`, a quoted one as `"PORT"`; of a repeated key all values. */
export function shown(node: Node | undefined): string {
  if (node === undefined) return '?';
  if (node.kind === 'list') return `[${node.items.map(shown).join(', ')}]`;
  if (node.kind === 'map') {
    return `{${node.entries.map(({ key, value }) => `${key.text}: ${shown(value)}`).join(', ')}}`;
  }
  return node.style === 'plain' ? node.text : JSON.stringify(node.text);
}

/** `text` where a part of a scalar is exact, `text<source` where it is not. */
export function partsOf(source: string, { mapped }: Scalar): readonly string[] {
  return mapped.segments.map(({ at, span, exact }, index) => {
    const text = mapped.text.slice(at, mapped.segments[index + 1]?.at);
    return exact ? text : `${text}<${source.slice(span.start, span.end)}`;
  });
}

function checkNode(text: string, node: Node | undefined, start: number, end: number): void {
  if (node === undefined) return;
  assert.ok(start <= node.span.start && node.span.start <= node.span.end && node.span.end <= end);
  if (node.kind === 'scalar') checkScalar(text, node);
  else if (node.kind === 'list') for (const item of node.items) checkNode(text, item, node.span.start, node.span.end);
  else {
    for (const { key, value } of node.entries) {
      checkNode(text, key, node.span.start, node.span.end);
      checkNode(text, value, node.span.start, node.span.end);
    }
  }
}

function checkScalar(text: string, scalar: Scalar): void {
  const { inner, span, mapped, exact } = scalar;
  assert.ok(span.start <= inner.start && inner.start <= inner.end && inner.end <= span.end);
  assert.equal(mapped.text, scalar.text);
  if (exact) assert.equal(scalar.text, text.slice(inner.start, inner.end));
  let at = 0;
  let source = inner.start;
  for (const [index, segment] of mapped.segments.entries()) {
    assert.equal(segment.at, at);
    at = mapped.segments[index + 1]?.at ?? mapped.text.length;
    assert.ok(at > segment.at && segment.span.start >= source && segment.span.end <= inner.end);
    source = segment.span.end;
    if (segment.exact) {
      assert.equal(text.slice(segment.span.start, segment.span.end), mapped.text.slice(segment.at, at));
    }
  }
  assert.equal(at, mapped.text.length);
}
