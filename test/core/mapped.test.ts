import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concat, type Mapped, opaque, originOf, slice, verbatim } from '../../server/core/text/mapped.ts';

const SOURCE = 'ab"cd\\x41ef"gh';
const verbatimOf = (start: number, end: number): Mapped => verbatim(SOURCE, { start, end });

/** `cd` + `A` (escaped) + `ef`: a quoted scalar. */
const quoted = concat([verbatimOf(3, 5), opaque('A', { start: 5, end: 9 }), verbatimOf(9, 11)], { start: 3, end: 11 });

function check(name: string, mapped: Mapped, from: number, to: number, source: string, exact: boolean): void {
  test(`${name} ${from}-${to}`, () => {
    const origin = originOf(mapped, from, to);
    assert.equal(SOURCE.slice(origin.span.start, origin.span.end), source);
    assert.equal(origin.exact, exact);
    const part = slice(mapped, from, to);
    assert.equal(part.text, mapped.text.slice(from, to));
    assert.deepEqual(originOf(part, 0, part.text.length).span, origin.span);
  });
}

check('verbatim', verbatimOf(0, 2), 0, 2, 'ab', true);
check('verbatim', verbatimOf(0, 2), 1, 2, 'b', true);
check('verbatim', verbatimOf(0, 2), 1, 1, '', true);
check('quoted', quoted, 0, 2, 'cd', true);
check('quoted', quoted, 2, 3, '\\x41', false);
check('quoted', quoted, 1, 3, 'd\\x41', false);
check('quoted', quoted, 3, 5, 'ef', true);
check('quoted', quoted, 0, 5, 'cd\\x41ef', false);
check('quoted', quoted, 4, 5, 'f', true);

test('parts that touch in the source read as one, others do not', () => {
  const touching = concat([verbatimOf(0, 1), verbatimOf(1, 2)], { start: 0, end: 2 });
  assert.ok(originOf(touching, 0, 2).exact);
  const apart = concat([verbatimOf(0, 1), verbatimOf(3, 5)], { start: 0, end: 5 });
  assert.ok(!originOf(apart, 0, 3).exact);
  assert.deepEqual(originOf(apart, 0, 3).span, { start: 0, end: 5 });
});

test('an empty text has a place', () => {
  assert.deepEqual(originOf(verbatimOf(3, 3), 0, 0).span, { start: 3, end: 3 });
  assert.equal(opaque('', { start: 3, end: 5 }).segments.length, 0);
});

test('a slice of a long text keeps the segments of its part', () => {
  const source = 'x'.repeat(2000);
  const parts = Array.from({ length: 1000 }, (_, index) => verbatim(source, { start: 2 * index, end: 2 * index + 1 }));
  const part = slice(concat(parts, { start: 0, end: 2000 }), 990, 1000);
  assert.equal(part.segments.length, 10);
  assert.deepEqual(part.span, { start: 1980, end: 1999 });
});
