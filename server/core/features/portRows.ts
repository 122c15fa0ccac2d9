import type { DocumentFacts } from '../facts/document.ts';
import { type PortOccurrence, showNamespace } from '../ports/occurrence.ts';
import { faultOf, writtenRange } from '../ports/value.ts';

/** The public JSON of one occurrence: `portolan scan --format jsonl`, without `path`. Lines and columns 1-based, UTF-16. */
export interface PortRow {
  readonly line: number;
  readonly col: number;
  readonly endLine: number;
  readonly endCol: number;
  readonly text: string;
  /** Inclusive; an out-of-range number gives itself; null for a name or a bare variable. */
  readonly start: number | null;
  readonly end: number | null;
  /** Several are joined by `+`; null where the place does not tell. */
  readonly protocol: string | null;
  readonly role: PortOccurrence['role'];
  readonly format: string;
  readonly namespace: string | null;
  readonly owner: string | null;
  readonly confidence: PortOccurrence['confidence'];
  /** It is commented out; absent where it is not. */
  readonly comment?: true;
}

/** The same for ports that are commented out, of which nothing is sure. */
export function commentRows(facts: DocumentFacts): readonly PortRow[] {
  return portRows(facts).map(row => ({ ...row, confidence: 'guess', comment: true }));
}

/** Every port of a document, in the order of their places. */
export function portRows(facts: DocumentFacts): readonly PortRow[] {
  return facts.occurrences.map(occurrence => {
    const { span, value } = occurrence;
    const from = facts.lines.position(span.start);
    const to = facts.lines.position(span.end);
    const fault = faultOf(value);
    const range = writtenRange(value);
    return {
      line: from.line + 1,
      col: from.character + 1,
      endLine: to.line + 1,
      endCol: to.character + 1,
      text: facts.text.slice(span.start, span.end),
      start: range?.first ?? fault?.first ?? null,
      end: range?.last ?? fault?.last ?? null,
      protocol: occurrence.protocols?.join('+') ?? null,
      role: occurrence.role,
      format: facts.format,
      namespace: showNamespace(occurrence.namespace),
      owner: occurrence.owner?.name ?? null,
      confidence: occurrence.confidence,
    };
  });
}
