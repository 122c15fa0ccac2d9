import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Node } from '../../../server/core/syntax/tree.ts';
import { readYaml } from '../../../server/core/syntax/yaml/readYaml.ts';
import { unmark } from '../../harness/marks.ts';
import { leavesOf } from './leaves.ts';

/** The marks stand around the inner part of every scalar, in the order of the text. */
function inner(marked: string): void {
  test(JSON.stringify(marked), () => {
    const { text, spans } = unmark(marked);
    assert.deepEqual(
      leavesOf(readYaml(text)).map(leaf => leaf.inner),
      spans.map(({ start, end }) => ({ start, end })),
    );
  });
}

inner('⟦a⟧: ⟦b⟧');
inner('⟦a⟧:  ⟦b c⟧  # d');
inner("\"⟦a⟧\": '⟦b''c⟧'");
inner('- ⟦80:80⟧\n- "⟦81⟧"\n-⟦⟧  \n');
inner('- "⟦⟧"');
inner('- -⟦⟧\n  -⟦⟧');
inner('[⟦a⟧, "⟦b⟧":⟦c⟧, {⟦d⟧: ⟦e f⟧}]');
inner('⟦a⟧: ⟦b\n  c⟧\n⟦d⟧: "⟦e\n  f⟧"');
inner('⟦a⟧: |\n  ⟦b\n  c\n⟧⟦d⟧: >-\n  ⟦e\n\n  f⟧\n');
inner('⟦a⟧: !tag &anchor ⟦b⟧\n⟦c⟧: &d\n  ⟦e⟧');
inner('\uFEFF⟦a⟧: ⟦b⟧\r\n⟦c⟧: ⟦d⟧\r\n');
inner('? ⟦a⟧\n: ⟦b⟧');
inner('⟦a⟧: !reset⟦⟧\n⟦b⟧: ⟦c⟧');

/** The marks stand around all collections, outer ones first. */
function collections(marked: string): void {
  test(`collections of ${JSON.stringify(marked)}`, () => {
    const { text, spans } = unmark(marked);
    assert.deepEqual(
      readYaml(text).documents.flatMap(collectionsOf),
      spans.map(({ start, end }) => ({ start, end })),
    );
  });
}

function collectionsOf(node: Node | undefined): object[] {
  if (node === undefined || node.kind === 'scalar') return [];
  const children = node.kind === 'list' ? node.items : node.entries.map(entry => entry.value);
  return [node.span, ...children.flatMap(collectionsOf)];
}

collections('⟦a:\n  ⟦- b\n  - ⟦c: d⟧⟧⟧\n\n# e\n');
collections('⟦a: ⟦[b, ⟦{c: d }⟧ ]⟧ # e\nf: "g"⟧\n');
collections('⟦a:\nb:⟧\n');
collections('⟦- ⟦- a⟧\n- ⟦b: |\n    c⟧⟧\n\n');
collections('⟦a: ⟦[⟦b:⟧⟧⟧ ');

/** The marks stand around all comments; `alone` of each follows. */
function comments(marked: string, ...alone: boolean[]): void {
  test(`comments of ${JSON.stringify(marked)}`, () => {
    const { text, spans } = unmark(marked);
    assert.deepEqual(
      readYaml(text).comments,
      spans.map(({ start, end }, index) => ({ span: { start, end }, alone: alone[index] })),
    );
  });
}

comments('⟦# a⟧\nb: c ⟦# d # e⟧\n  ⟦#⟧\nf: "# g" ⟦# h⟧', true, false, true, false);
comments('a: |\n  # b\n⟦# c⟧\nd: > ⟦# e⟧\n  f#g # h', true, false);
comments('a: [b, ⟦# c⟧\n  ⟦# d⟧\n  e#f ] ⟦# g⟧\r\n⟦# h⟧\r\n', false, true, false, true);
comments('%YAML 1.2 ⟦# a⟧\n--- ⟦# b⟧\n... ⟦# c⟧', false, false, false);
comments("a: 'b\n  # c'\nd: e\n  f ⟦# g⟧\n\t⟦# h⟧", false, true);
comments('- a ⟦# b⟧\n- [::1]:80 ⟦# c⟧\n- *:80 ⟦# d⟧', false, false, false);
