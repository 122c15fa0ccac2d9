import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentFacts } from '../../server/core/facts/document.ts';
import type { PortOccurrence } from '../../server/core/ports/occurrence.ts';
import type { PortValue } from '../../server/core/ports/value.ts';
import type { Span } from '../../server/core/text/span.ts';
import { fixtures, readFixture } from '../harness/golden.ts';

for (const fixture of fixtures()) {
  test(`${fixture.name}: spans lie in the text, occurrences in order`, () => {
    const facts = readFixture(fixture);
    for (const span of spansOf(facts)) {
      const inside = 0 <= span.start && span.start <= span.end && span.end <= facts.text.length;
      assert.ok(inside, `${span.start}-${span.end} of ${facts.text.length}`);
    }
    const starts = facts.occurrences.map(occurrence => occurrence.span.start);
    assert.deepEqual(
      starts,
      starts.toSorted((a, b) => a - b),
    );
  });

  test(`${fixture.name}: what is editable reads back`, () => {
    const facts = readFixture(fixture);
    for (const occurrence of facts.occurrences.filter(each => each.editable)) checkSlice(facts.text, occurrence);
  });

  test(`${fixture.name}: line ends change nothing`, () => {
    const lf = fixture.text.replaceAll('\r\n', '\n');
    assert.deepEqual(
      comparable(readFixture(fixture, lf.replaceAll('\n', '\r\n'))),
      comparable(readFixture(fixture, lf)),
    );
  });

  test(`${fixture.name}: every prefix can be read`, () => {
    for (const end of cuts(fixture.text)) {
      const facts = readFixture(fixture, fixture.text.slice(0, end));
      for (const span of spansOf(facts)) assert.ok(span.start <= span.end && span.end <= end, `prefix of ${end}`);
    }
  });
}

/** Offsets at which the text may stop while it is typed: all of a short text, a spread of about 120 of a long one. */
function cuts(text: string): readonly number[] {
  // A step that shares no factor with usual indentation meets every column sooner or later.
  const step = Math.max(1, Math.floor(text.length / 120)) | 1;
  return Array.from({ length: Math.ceil(text.length / step) }, (_, index) => index * step);
}

function spansOf(facts: DocumentFacts): readonly Span[] {
  return [
    ...facts.occurrences.flatMap(({ span, token, expression, protocolSpan, binding }) =>
      [span, token, expression, protocolSpan, binding?.span].filter(each => each !== undefined),
    ),
    ...facts.variables.flatMap(variable => [variable.nameSpan, variable.value.span]),
    ...facts.faults.flatMap(fault => [fault.span, ...(fault.fix ? [fault.fix.span] : [])]),
    ...facts.suppressions.flatMap(suppression => [suppression.span, ...suppression.rules.map(rule => rule.span)]),
    ...facts.references.map(reference => reference.span),
    ...facts.syntaxErrors.map(error => error.span),
  ];
}

function checkSlice(text: string, { span, value }: PortOccurrence): void {
  const written = text.slice(span.start, span.end);
  const innermost = (of: PortValue | undefined): PortValue | undefined =>
    of?.kind === 'variable' ? innermost(of.fallback) : of;
  const meant = innermost(value);
  if (meant?.kind === 'range') {
    const numbers = written.split(/\D+/).map(Number);
    assert.deepEqual([numbers[0], numbers.at(-1)], [meant.range.first, meant.range.last], written);
  } else if (meant?.kind === 'name') assert.equal(written, meant.name);
  else if (meant?.kind === 'invalid') assert.equal(written, meant.text);
}

/** The facts without what must differ when every line is longer by one. */
function comparable(facts: DocumentFacts): unknown {
  const lineOf = (span: Span): number => facts.lines.position(span.start).line;
  return {
    occurrences: facts.occurrences.map(occurrence => ({
      ...occurrence,
      span: facts.lines.position(occurrence.span.start),
      token: lineOf(occurrence.token),
      expression: occurrence.expression && lineOf(occurrence.expression),
      protocolSpan: occurrence.protocolSpan && lineOf(occurrence.protocolSpan),
      binding: occurrence.binding?.address,
      mapping: occurrence.mapping?.side,
    })),
    variables: facts.variables.map(variable => [variable.name, variable.value.text.replaceAll('\r\n', '\n')]),
    faults: facts.faults.map(fault => [fault.rule, fault.message, lineOf(fault.span)]),
    suppressions: facts.suppressions.map(suppression => [suppression.line, suppression.rules.map(rule => rule.id)]),
    stages: facts.stages?.map(stage => [stage.name, stage.base.text]),
  };
}
