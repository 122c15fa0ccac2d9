import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Node } from '../../../server/core/syntax/tree.ts';
import { readYaml } from '../../../server/core/syntax/yaml/readYaml.ts';

const MANY = 20_000;

/** Reading takes linear time and a bounded stack: a quadratic reader would not end within a minute here. */
function check(name: string, text: string, most = 1): void {
  test(name, { timeout: 20_000 }, () => {
    const tree = readYaml(text);
    assert.ok(tree.errors.length <= most, `${tree.errors.length} errors`);
    for (const document of tree.documents) assert.ok(walk(document) < 1_000_000);
  });
}

/** Visits the tree as consumers do, through aliases too. */
function walk(node: Node | undefined): number {
  if (node === undefined) return 0;
  if (node.kind === 'scalar') return 1;
  const children = node.kind === 'list' ? node.items : node.entries.map(entry => entry.value);
  return children.reduce((sum, child) => sum + walk(child), 1);
}

check('open brackets', '['.repeat(MANY), 2);
check('closed brackets', '['.repeat(MANY) + ']'.repeat(MANY));
check('open braces with keys', '{a: '.repeat(MANY), 2);
check('explicit keys', '? '.repeat(MANY));
check('compact lists', '- '.repeat(MANY));
check('brackets in a list', '- ['.repeat(MANY), 250);
check('keys on one line', 'a: '.repeat(MANY), MANY);
check('ever deeper lines', Array.from({ length: 1500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'));
check('ever deeper lists', Array.from({ length: 1500 }, (_, depth) => `${' '.repeat(depth)}-`).join('\n'));
check('a long plain line', `a: ${'x '.repeat(500_000)}`);
check('a long quoted line', `a: "${'\\n'.repeat(200_000)}`);
check('a long flow line', `[${'1, '.repeat(MANY * 5)}]`);
check('quotes without end', 'a: "\n'.repeat(MANY), MANY);
check('quotes without end in a list', '- "80:80\n'.repeat(MANY), MANY);
check('brackets without end', 'a: [\n'.repeat(MANY), MANY);
check('blank lines', `a: b${'\n'.repeat(MANY * 10)}c: d`);
check('blank lines behind a quote', `a: "${'\n'.repeat(MANY * 10)}`);
check('comments', `a: b${'\n  # c'.repeat(MANY)}`);
check('lone carriage returns', 'a: b # c\r'.repeat(MANY));
check(
  'lines at falling columns',
  Array.from({ length: 2000 }, (_, line) => `${' '.repeat(2000 - line)}a: 1`).join('\n'),
  2000,
);
check('lists that are none', '\n- \r&a '.repeat(MANY), MANY * 2);
check('many documents', '--- a\n'.repeat(MANY));
check('many anchors', '- &a b\n'.repeat(MANY));
check('block scalars', '- |\n  a\n\n\n'.repeat(MANY));
check('question of tags', '!'.repeat(MANY));
check('many properties', '&a !b '.repeat(10_000), 30_000);

const bomb = ['a0: &a0 [x, x]', ...Array.from({ length: 60 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`)];
check('aliases of aliases', bomb.join('\n'), 200);

const chain = ['- &a0 [x]', ...Array.from({ length: 5000 }, (_, n) => `- &a${n + 1} [*a${n}]`)];
check('a chain of aliases', chain.join('\n'), 5000);

const entries = Array.from({ length: 300 }, (_, n) => `  k${n}: v`).join('\n');
const merges = Array.from({ length: 5000 }, (_, n) => `m${n}:\n  <<: *base`).join('\n');
check('merged over and over', `base: &base\n${entries}\n${merges}`, 5000);
