import type { PortRange } from '../../../registry/port.ts';
import type { DocumentFacts } from '../facts/document.ts';
import type { PortOccurrence } from '../ports/occurrence.ts';
import type { PortValue } from '../ports/value.ts';
import type { ComposeProject } from './composeProject.ts';

/** An immutable view of all documents. A change makes a new one with a higher revision and shares the rest. */
export interface Snapshot {
  readonly revision: number;
  facts(path: string): DocumentFacts | undefined;
  documents(): Iterable<DocumentFacts>;
  /** Every place whose written numbers overlap the range, in the order of paths and places. */
  at(range: PortRange): readonly Sighting[];
  /** The compose projects that a file takes part in, as they will run; most have one, a base with overlays several. */
  projectsOf(path: string): readonly ComposeProject[];
  projects(): readonly ComposeProject[];
  /** What a value at a place will be, with the way on which it was found. */
  resolve(path: string, value: PortValue): Resolution;
}

export interface Sighting {
  readonly path: string;
  readonly occurrence: PortOccurrence;
}

export interface Resolution {
  readonly range: PortRange | undefined;
  /** Where the variable that decided is defined; absent for a literal or a fallback. */
  readonly definition?: { readonly path: string; readonly name: string; readonly line: number };
  /** The name of the variable whose fallback decided. */
  readonly fallbackOf?: string;
}
