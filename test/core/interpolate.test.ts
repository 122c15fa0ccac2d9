import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Dialect, interpolate } from '../../server/core/ports/read/interpolate.ts';
import { verbatim } from '../../server/core/text/mapped.ts';

const KNOWN: Readonly<Record<string, string>> = { SET: '8080', EMPTY: '', NESTED: '${SET}' };

/** `?` stands for what nobody knows. */
function check(text: string, expected: string, dialect: Dialect = 'dollar'): void {
  test(`${dialect} ${JSON.stringify(text)}`, () => {
    const mapped = verbatim(text, { start: 0, end: text.length });
    const filled = interpolate(mapped, dialect, name => KNOWN[name]);
    assert.equal(filled.text.replaceAll('\uFFFC', '?'), expected);
    for (const { at, span, exact } of filled.segments) {
      assert.ok(0 <= span.start && span.end <= text.length);
      const next = filled.segments.find(segment => segment.at > at)?.at ?? filled.text.length;
      if (exact) assert.equal(text.slice(span.start, span.end), filled.text.slice(at, next));
    }
  });
}

check('plain', 'plain');
check('', '');
check('$SET:80', '8080:80');
check('${SET}:80', '8080:80');
check('$SETTER', '?');
check('$NOBODY:80', '?:80');
check('${NOBODY}', '?');

// Defaults: with a colon for the empty value too.
check('${SET:-1}', '8080');
check('${EMPTY:-1}', '1');
check('${EMPTY-1}', '');
check('${NOBODY:-1}', '1');
check('${NOBODY-1}', '1');
check('${NOBODY:-}', '');
check('${NOBODY:-a:b/c d}', 'a:b/c d');

// Required values name no default.
check('${SET:?say it}', '8080');
check('${NOBODY:?say it}', '?');
check('${EMPTY?say it}', '');
check('${EMPTY:?say it}', '?');

// Another word for a value that is set.
check('${SET:+1}', '1');
check('${SET+1}', '1');
check('${EMPTY:+1}', '');

// Nested.
check('${NOBODY:-${SET}}', '8080');
check('${NOBODY:-${NEITHER:-1}}/x', '1/x');
check('${NOBODY:-${NEITHER}}', '?');
check('${NOBODY:-a${SET}b}', 'a8080b');
check('${SET:-${NOBODY}}', '8080');
check('$NESTED', '${SET}');

// Escapes.
check('$$SET', '$SET');
check('$$$SET', '$8080');
check('$$$$', '$$');
check('\\$SET', '\\8080');
check('\\$SET', '$SET', 'backslash');
check('$$SET', '$8080', 'backslash');
check('${NOBODY:-1}', '1', 'backslash');

// What is no expression stays.
check('$', '$');
check('a$', 'a$');
check('$1', '$1');
check('${}', '${}');
check('${ SET }', '${ SET }');
check('5$ and 6', '5$ and 6');

// Half typed: nobody can tell where the default ends.
check('${SET', '8080');
check('${NOBODY:-80', '?');
check('a ${NOBODY:-${SET}', 'a ?');

test('the place of a default is that of its digits', () => {
  const text = '${OUTER:-${INNER:-8080}}:80';
  const { segments } = interpolate(verbatim(text, { start: 0, end: text.length }), 'dollar');
  const [port] = segments;
  assert.equal(text.slice(port?.span.start, port?.span.end), '8080');
  assert.deepEqual(
    port?.variables?.map(({ name, from }) => `${name} ${from}`),
    ['OUTER fallback', 'INNER fallback'],
  );
});

test('deep nesting costs no stack, many expressions linear time', () => {
  const deep = `${'${A:-'.repeat(20_000)}80${'}'.repeat(20_000)}`;
  interpolate(verbatim(deep, { start: 0, end: deep.length }), 'dollar');
  const many = '${A:-80} '.repeat(20_000);
  interpolate(verbatim(many, { start: 0, end: many.length }), 'dollar');
  const open = '${A:-'.repeat(20_000);
  interpolate(verbatim(open, { start: 0, end: open.length }), 'dollar');
});
