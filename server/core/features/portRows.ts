import type { DocumentFacts } from '../facts/document.ts';

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
  readonly protocol: string | null;
  readonly role: string;
  readonly format: string;
  readonly namespace: string | null;
  readonly owner: string | null;
  readonly confidence: string;
}

export declare function portRows(facts: DocumentFacts): readonly PortRow[];
