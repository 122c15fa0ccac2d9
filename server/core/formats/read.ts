import type { DocumentFacts } from '../facts/document.ts';
import { indexByPort } from '../ports/portIndex.ts';
import { writtenRange } from '../ports/value.ts';
import { linesOf } from '../text/lines.ts';
import { optional } from '../text/optional.ts';
import { roleSources } from './ansible/variables.ts';
import { commentForm } from './commentForm.ts';
import { readComposeCalls } from './composeCalls.ts';
import { sourceOf } from './embed.ts';
import type { Format, Source } from './format.ts';
import { createRecogniser, type Recogniser } from './recognise.ts';
import { readSuppressions } from './suppressions.ts';

/** Everything known from one text alone. A pure function: equal sources give equal facts. */
export function readDocument(
  source: Pick<Source, 'path' | 'text'> & Partial<Pick<Source, 'words'>>,
  format: Format,
): DocumentFacts {
  const found = format.read(sourceOf(source.path, source.text, RECOGNISER.recognise, source.words));
  const lines = linesOf(source.text);
  const occurrences = (found.occurrences ?? []).toSorted(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
  const composeCalls = readComposeCalls(format.id, source.text);
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
    ...(composeCalls.length > 0 && { composeCalls }),
    ...optional('stages', found.stages),
    ...optional('serverBlocks', found.serverBlocks),
    ...optional('firewallRules', found.firewallRules),
    ...optional('projectFile', found.projectFile),
    ...optional('kubernetes', found.kubernetes),
    ...optional('startedContainers', found.startedContainers),
    syntaxErrors: found.syntaxErrors ?? [],
  };
}

/** What the user binds to a format are files, not the texts inside them. */
const RECOGNISER: Recogniser = createRecogniser();
