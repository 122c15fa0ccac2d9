import type { Fault } from '../facts/document.ts';
import type { Binding } from '../ports/address.ts';
import type { PortOccurrence } from '../ports/occurrence.ts';
import { type Mapped, originOf } from '../text/mapped.ts';
import { optional } from '../text/optional.ts';
import type { Span } from '../text/span.ts';
import type { Embedded, Format, FormatFacts, Source } from './format.ts';

/** Texts in texts in texts are more than anyone writes; a hostile file must not exhaust the stack. */
const DEEPEST = 3;

/** The source of a file, which can read what lies in it by the same formats. */
export function sourceOf(
  path: string,
  text: string,
  recognise: (path: string, text: string) => Format | undefined,
  words: ReadonlySet<string> = NO_WORDS,
  depth = 0,
): Source {
  return {
    path,
    text,
    words,
    embed(innerPath, mapped) {
      const format = depth < DEEPEST ? recognise(innerPath, mapped.text) : undefined;
      if (!format) return NOTHING;
      return moved(format.read(sourceOf(innerPath, mapped.text, recognise, words, depth + 1)), mapped);
    },
  };
}

const NO_WORDS: ReadonlySet<string> = new Set();

const NOTHING: Embedded = { occurrences: [], faults: [] };

/** Gives everything the place that it has in the text around. A fix would have to know two syntaxes, so there is none. */
function moved({ occurrences = [], faults = [] }: FormatFacts, outer: Mapped): Embedded {
  const spanOf = ({ start, end }: Span): Span => originOf(outer, start, end).span;
  return {
    occurrences: occurrences.map(occurrence => movedOccurrence(occurrence, outer, spanOf)),
    faults: faults.map(({ fix: _, ...fault }) => movedFault(fault, spanOf)),
  };
}

function movedOccurrence(inner: PortOccurrence, outer: Mapped, spanOf: (span: Span) => Span): PortOccurrence {
  const { span, exact } = originOf(outer, inner.span.start, inner.span.end);
  return {
    ...inner,
    span,
    token: spanOf(inner.token),
    editable: inner.editable && exact,
    expression: inner.expression && spanOf(inner.expression),
    protocolSpan: inner.protocolSpan && spanOf(inner.protocolSpan),
    binding: inner.binding && movedBinding(inner.binding, spanOf),
    // Unique in the whole document, as no two texts inside it begin at one place.
    mapping: inner.mapping && {
      ...inner.mapping,
      id: spanOf({ start: inner.mapping.id, end: inner.mapping.id }).start,
    },
  };
}

function movedBinding({ address, span }: Binding, spanOf: (span: Span) => Span): Binding {
  return { address, ...optional('span', span && spanOf(span)) };
}

function movedFault(fault: Omit<Fault, 'fix'>, spanOf: (span: Span) => Span): Fault {
  const { span, related, ...rest } = fault;
  return {
    ...rest,
    span: spanOf(span),
    ...optional(
      'related',
      related?.map(place => ({ ...place, span: spanOf(place.span) })),
    ),
  };
}
