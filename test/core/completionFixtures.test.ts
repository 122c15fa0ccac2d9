import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completion, createRecogniser, createWorkspace } from '../../server/core/analysis.ts';
import type { DocumentFacts } from '../../server/core/facts/document.ts';
import type { PortOccurrence } from '../../server/core/ports/occurrence.ts';
import { covers, type Span } from '../../server/core/text/span.ts';
import { type Fixture, fixtures, readFixture } from '../harness/golden.ts';
import { REGISTRY } from '../harness/registry.ts';

const EMPTY = createWorkspace(createRecogniser()).snapshot();

/** The first number of each role; all of them take a minute, and show the same. */
function samples(fixture: Fixture): readonly PortOccurrence[] {
  if (fixture.text.length > 30_000) return [];
  const byRole = new Map<string, PortOccurrence>();
  for (const occurrence of readFixture(fixture).occurrences) {
    const { role, mapping, span } = occurrence;
    const key = `${role} ${mapping === undefined}`;
    if (!byRole.has(key) && /^\d+$/.test(fixture.text.slice(span.start, span.end))) byRole.set(key, occurrence);
  }
  return [...byRole.values()];
}

function offered(fixture: Fixture, text: string, offset: number): ReturnType<typeof completion> {
  const facts = readFixture(fixture, text);
  return completion(EMPTY.withDocument(facts), REGISTRY, facts.path, offset);
}

const RESULTS = fixtures().flatMap(fixture =>
  samples(fixture).map(({ span, role }) => {
    const text = fixture.text.slice(0, span.start) + fixture.text.slice(span.end);
    return { fixture, role, text, span, found: offered(fixture, text, span.start) };
  }),
);

test('where a number of a fixture is taken away, one is offered', () => {
  const missed = RESULTS.filter(({ found }) => !found).map(
    ({ fixture, role, span }) => `${fixture.name} ${role} ${span.start}`,
  );
  assert.ok(RESULTS.length > 300, `${RESULTS.length}`);
  assert.ok(missed.length < RESULTS.length * 0.01, missed.join('\n'));
});

test('what is offered is read as the port that it is offered as', () => {
  const wrong = RESULTS.flatMap(({ fixture, text, found }) =>
    (found?.items ?? []).slice(0, 3).flatMap(({ newText, port }) => {
      // Names are no ports of their own everywhere.
      if (!found || !/\d/.test(newText)) return [];
      const after = text.slice(0, found.span.start) + newText + text.slice(found.span.end);
      const place = { start: found.span.start, end: found.span.start + newText.length };
      return isReadAt(readFixture(fixture, after), place, port)
        ? []
        : [`${fixture.name}: ${newText} at ${place.start}`];
    }),
  );
  assert.deepEqual(wrong, []);
});

function isReadAt({ occurrences }: DocumentFacts, place: Span, port: number | undefined): boolean {
  return occurrences.some(({ span, value }) => {
    if (!covers(place, span) && !covers(span, place)) return false;
    if (value.kind === 'variable' || value.kind === 'name') return true;
    const [first, last] = value.kind === 'range' ? [value.range.first, value.range.last] : [value.first, value.last];
    return port === undefined || first === port || last === port;
  });
}

test('at every place of a text there is an answer, and it is an edit of one line around the cursor', () => {
  for (const fixture of fixtures().filter(({ text }) => text.length < 1500)) {
    for (let offset = 0; offset <= fixture.text.length; offset += 97) {
      const found = offered(fixture, fixture.text, offset);
      if (!found) continue;
      const { span, typed } = found;
      assert.ok(span.start <= offset && offset <= span.end, `${fixture.name} ${offset}`);
      assert.equal(fixture.text.slice(span.start, span.end), typed);
      assert.match(typed, /^[\w-]*$/);
    }
  }
});
