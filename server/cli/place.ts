import type { DocumentFacts } from '../core/analysis.ts';

/** 1-based, in UTF-16 code units; the end is exclusive. The form of every output. */
export interface ShownPlace {
  readonly line: number;
  readonly col: number;
  readonly endLine: number;
  readonly endCol: number;
}

export function shownPlace(facts: DocumentFacts, span: { readonly start: number; readonly end: number }): ShownPlace {
  const start = facts.lines.position(span.start);
  const end = facts.lines.position(span.end);
  return { line: start.line + 1, col: start.character + 1, endLine: end.line + 1, endCol: end.character + 1 };
}
