import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DirectiveDialect } from '../../../server/core/syntax/directives/dialect.ts';
import { readDirectives } from '../../../server/core/syntax/directives.ts';
import { checkSpans, showTree } from '../showTree.ts';

/** A test for each text: the tree that it reads as, and that it reads the same with other line ends. */
export function checkDirectives(dialect: DirectiveDialect): (text: string, expected: string) => void {
  return (text, expected) =>
    test(JSON.stringify(text), () => {
      const tree = readDirectives(text, dialect);
      assert.equal(showTree(tree), expected);
      checkSpans(text, tree);
      const windows = text.replaceAll('\n', '\r\n');
      const other = readDirectives(windows, dialect);
      assert.equal(showTree(other).replaceAll('\\r\\n', '\\n'), expected);
      checkSpans(windows, other);
      assert.equal(other.comments.length, tree.comments.length);
    });
}
