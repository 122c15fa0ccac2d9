import type { Fault, VariableDefinition } from '../../facts/document.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import type { Escape } from '../../syntax/dockerWords.ts';
import type { Source } from '../format.ts';
import { createScopes, type Scopes } from './scopes.ts';
import type { StageReading } from './stages.ts';

/** What the reading of one Dockerfile gathers. */
export interface Collector {
  readonly source: Source;
  readonly escapeChar: Escape;
  readonly occurrences: PortOccurrence[];
  readonly variables: VariableDefinition[];
  readonly faults: Fault[];
  readonly scopes: Scopes;
  /** How many words of `EXPOSE` were read, by stage. */
  readonly exposed: Map<StageReading, number>;
}

/** Of a file of which nothing is read yet. */
export function collector(source: Source, escapeChar: Escape, stages: readonly StageReading[]): Collector {
  return {
    source,
    escapeChar,
    occurrences: [],
    variables: [],
    faults: [],
    scopes: createScopes(stages),
    exposed: new Map(),
  };
}
