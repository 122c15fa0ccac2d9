import type { DocumentFacts } from '../facts/document.ts';
import { indexByPort } from '../ports/portIndex.ts';
import { writtenRange } from '../ports/value.ts';
import { linesOf } from '../text/lines.ts';
import { optional } from '../text/optional.ts';
import { roleSources } from './ansible/variables.ts';
import { commentForm } from './commentForm.ts';
import { sourceOf } from './embed.ts';
import type { Format, Source } from './format.ts';
import { createRecogniser, type Recogniser } from './recognise.ts';
import { readSuppressions } from './suppressions.ts';

/** Everything known from one text alone. A pure function: equal sources give equal facts. */
export function readDocument(source: Pick<Source, 'path' | 'text'>, format: Format): DocumentFacts {
  const found = format.read(sourceOf(source.path, source.text, RECOGNISER.recognise));
  const lines = linesOf(source.text);
  const occurrences = (found.occurrences ?? []).toSorted(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
  return {
    path: source.path,
    format: format.id,
    text: source.text,
    lines,
    occurrences,
    byPort: indexByPort(
      () => occurrences,
      ({ value }) => writtenRange(value),
    ),
    variables: found.variables ?? [],
    ...optional('variableAt', found.variableAt),
    // A role's template may be of any format.
    variableSources: [...(found.variableSources ?? []), ...roleSources(source.path)],
    faults: found.faults ?? [],
    suppressions: readSuppressions(source.text, lines, found.comments, found.contentStart),
    comment: commentForm(source.text, found.comments, format.comment),
    references: found.references ?? [],
    ...optional('compose', found.compose),
    ...optional('stages', found.stages),
    syntaxErrors: found.syntaxErrors ?? [],
  };
}

/** What the user binds to a format are files, not the texts inside them. */
const RECOGNISER: Recogniser = createRecogniser();
