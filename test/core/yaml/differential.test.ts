import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Node } from '../../../server/core/syntax/tree.ts';
import { readYaml } from '../../../server/core/syntax/yaml/readYaml.ts';
import { oracle, type Shape } from './oracle.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const files = globSync('{examples,test/{core/yaml,fixtures,projects}}/**/*.{yml,yaml}', { cwd: root }).toSorted();

for (const file of files) {
  test(file.replaceAll('\\', '/'), () => {
    const text = readFileSync(root + file, 'utf8');
    const { documents, valid } = oracle(text);
    // What is wrong YAML has no one reading: those cases are listed in recovery.test.ts.
    if (!valid) return;
    const tree = readYaml(text);
    assert.deepEqual(tree.errors, []);
    const expected = documents.filter(shape => !('text' in shape && shape.text === ''));
    assert.deepEqual(
      tree.documents.map(shapeOf).filter(shape => !('text' in shape && shape.text === '')),
      expected,
    );
  });
}

function shapeOf(node: Node | undefined): Shape {
  if (node === undefined) return { text: '' };
  if (node.kind === 'list') return { list: node.items.map(shapeOf) };
  if (node.kind === 'map') return { map: node.entries.map(each => [shapeOf(each.key), shapeOf(each.value)] as const) };
  if (node.text === '') return { text: '' };
  const { start, end } = node.span;
  return node.style === 'literal' || node.style === 'folded'
    ? { text: node.text, start }
    : { text: node.text, start, end };
}
