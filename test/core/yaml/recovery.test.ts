import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readYaml } from '../../../server/core/syntax/yaml/readYaml.ts';
import { unmark } from '../../harness/marks.ts';
import { contentOf } from './contentOf.ts';

/** The marks stand around the errors. */
function check(marked: string, ...documents: unknown[]): void {
  test(JSON.stringify(marked), () => {
    const { text, spans } = unmark(marked);
    const tree = readYaml(text);
    assert.deepEqual(tree.documents.map(contentOf), documents);
    assert.deepEqual(
      tree.errors.map(error => error.span).toSorted((a, b) => a.start - b.start),
      spans.map(({ start, end }) => ({ start, end })),
    );
  });
}

// While it is typed.
check('a:\n  b: 1\n  ⟦po⟧\n  c: 2', { a: { b: '1', po: null, c: '2' } });
check('a:\n  ⟦po⟧\n  c: 2', { a: { po: null, c: '2' } });
check('a:\n  ⟦ports⟧\n    ⟦-⟧ 80\n  c: 2', { a: { ports: ['80'], c: '2' } });
check('a: ⟦"x" y⟧\nb: 1', { a: 'x', b: '1' });
check('⟦a:1⟧\nb: 2\n⟦c:3⟧', { 'a:1': null, b: '2', 'c:3': null });
check('- a\n⟦-⟧"b"\n⟦-⟧c\n- d', ['a', 'b', 'c', 'd']);

// What people write unquoted.
check('- ⟦[::1]:80:80⟧ # x\n- 81', [['::1'], '81']);
check('- ⟦*:80⟧\n- 81', ['', '81']);
check('a: ⟦@b⟧\nc: ⟦`d⟧\n⟦%e⟧: f\ng: ⟦>=1.0⟧', { a: '@b', c: '`d', '%e': 'f', g: '>=1.0' });

// Quotes and brackets without an end.
check('ports:\n  - ⟦"80:80⟧\n  - "5432:5432"', { ports: ['80:80', '5432:5432'] });
check("a: ⟦'x⟧\nb: 'y'", { a: 'x', b: 'y' });
check('a: ⟦"x⟧', { a: 'x' });
check('ports: ⟦[⟧80, 90\nb:\n  - 5432', { ports: ['80', '90'], b: ['5432'] });
check('a:\n  - ⟦[⟧80\n  - 90\nb: {c: [1, ⟦{⟧d: 2', { a: [['80'], '90'], b: { c: ['1', { d: '2' }] } });
check('a: [b⟦}⟧\nc: ["d" ⟦"⟧e"]', { a: ['b'], c: ['d', 'e'] });
check('a: ⟦[b]]⟧\n⟦]⟧\nc: d', { a: ['b'], c: 'd' });
check('a: [⟦,⟧ b]', { a: ['b'] });
// Real parsers ask for no indentation between brackets and quotes.
check('a: [\n80,\n90\n]\nb: "c\nd"\ne: f', { a: ['80', '90'], b: 'c d', e: 'f' });

// Wrong columns.
check('a:\n    b: 1\n  ⟦c⟧: 2\nd: 3', { a: { b: '1' }, c: '2', d: '3' });
check('a:\n  b: 1\n    ⟦c⟧: 2\nd: 3', { a: { b: '1', c: '2' }, d: '3' });
check('a:\n    - 1\n  ⟦-⟧ 2\nb: 3', { a: ['1', '2'], b: '3' });
check('a:\n  - "1"\n    ⟦-⟧ 2\nb: 3', { a: ['1', '2'], b: '3' });
check(' a: 1\n⟦b⟧: 2', { a: '1', b: '2' });
check('a:\n⟦\t⟧b: 1\n⟦\t⟧c: 2\nd: 3', { a: { b: '1', c: '2' }, d: '3' });
check('a: ⟦-⟧ 1\nb: ⟦c:⟧ d', { a: ['1'], b: { c: 'd' } });

// Anchors.
check('a: &x [⟦*x⟧]\nb: *x\nc: ⟦*y⟧\nd: 1', { a: [''], b: [''], c: '', d: '1' });
check('a: &x 1\nb: ⟦&y *x⟧\nc: &y ⟦&z⟧ 2', { a: '1', b: '1', c: '2' });

// Not YAML at all.
check('⟦{{- if x }}⟧\na: {{ y }}\n⟦{{- end }}⟧\nb:\n  ⟦{{- with z }}⟧\n  c: 1', { a: {}, b: { c: '1' } });
check('⟦<<<<<<< HEAD⟧\na: 1\n⟦=======⟧\na: 2\n⟦>>>>>>> x⟧\nb: 3', {
  '<<<<<<< HEAD': null,
  a: '2',
  '=======': null,
  '>>>>>>> x': null,
  b: '3',
});
