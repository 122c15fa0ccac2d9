import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Node, Scalar } from '../../../server/core/syntax/tree.ts';
import { readYaml } from '../../../server/core/syntax/yaml/readYaml.ts';
import { contentOf } from './contentOf.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const files = globSync('{examples,test/{core/yaml,fixtures}}/**/*.{yml,yaml}', { cwd: root }).toSorted();
const MOST_CUTS = 120;

for (const file of files) {
  const text = readFileSync(root + file, 'utf8').replaceAll('\r\n', '\n');
  const name = file.replaceAll('\\', '/');

  test(`${name}: every prefix can be read, every span lies in it`, () => {
    const step = Math.ceil(text.length / MOST_CUTS);
    for (let end = text.length; end >= 0; end -= step) checkSpans(text.slice(0, end));
  });

  test(`${name}: any line can be missing`, () => {
    const lines = text.split('\n');
    const step = Math.ceil(lines.length / MOST_CUTS);
    for (let line = 0; line < lines.length; line += step) checkSpans(lines.toSpliced(line, 1).join('\n'));
  });

  test(`${name}: line ends change nothing`, () => {
    const lf = readYaml(text);
    for (const lineEnd of ['\r\n', '\r']) {
      const other = readYaml(text.replaceAll('\n', lineEnd));
      assert.deepEqual(other.documents.map(contentOf), lf.documents.map(contentOf));
      assert.equal(other.comments.length, lf.comments.length);
    }
  });
}

function checkSpans(text: string): void {
  const tree = readYaml(text);
  for (const { span } of [...tree.comments, ...tree.errors]) checkSpan(text, span);
  for (const document of tree.documents) checkNode(text, document, new Set());
}

function checkNode(text: string, node: Node | undefined, seen: Set<Node>): void {
  if (node === undefined || seen.has(node)) return;
  seen.add(node);
  checkSpan(text, node.span);
  if (node.kind === 'scalar') checkScalar(text, node);
  else if (node.kind === 'list') for (const item of node.items) checkNode(text, item, seen);
  else {
    for (const { key, value } of node.entries) {
      checkNode(text, key, seen);
      checkNode(text, value, seen);
    }
  }
}

function checkScalar(text: string, scalar: Scalar): void {
  const { inner, span, mapped } = scalar;
  checkSpan(text, inner);
  assert.ok(span.start <= inner.start && inner.end <= span.end);
  assert.equal(mapped.text, scalar.text);
  if (scalar.exact) assert.equal(scalar.text, text.slice(inner.start, inner.end));
  let at = 0;
  let source = inner.start;
  for (const [index, segment] of mapped.segments.entries()) {
    assert.equal(segment.at, at);
    at = mapped.segments[index + 1]?.at ?? mapped.text.length;
    assert.ok(at > segment.at && segment.span.start >= source && segment.span.end <= inner.end);
    source = segment.span.end;
    if (segment.exact)
      assert.equal(text.slice(segment.span.start, segment.span.end), mapped.text.slice(segment.at, at));
  }
  assert.equal(at, mapped.text.length);
}

function checkSpan(text: string, { start, end }: { readonly start: number; readonly end: number }): void {
  assert.ok(0 <= start && start <= end && end <= text.length, `${start}-${end} of ${text.length}`);
}
