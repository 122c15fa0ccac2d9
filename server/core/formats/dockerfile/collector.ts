import type { Fault, VariableDefinition } from '../../facts/document.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import type { Escape } from '../../syntax/dockerWords.ts';

/** What the reading of one Dockerfile gathers. */
export interface Collector {
  readonly escapeChar: Escape;
  readonly occurrences: PortOccurrence[];
  readonly variables: VariableDefinition[];
  readonly faults: Fault[];
  /** What `ARG` and `ENV` said so far, by stage; '' before the first. `ENV` wins over `ARG`. */
  readonly scopes: Map<string, Scope>;
}

export interface Scope {
  readonly args: Map<string, string>;
  readonly env: Map<string, string>;
  /** How many words of `EXPOSE` were read. */
  exposed: number;
}

export function collector(escapeChar: Escape): Collector {
  return { escapeChar, occurrences: [], variables: [], faults: [], scopes: new Map() };
}
