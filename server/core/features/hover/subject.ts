import type { PortRange, Protocol } from '../../../../registry/port.ts';
import type { Registry } from '../../../../registry/registry.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import type { Place } from '../../facts/finding.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import type { Resolution, Snapshot } from '../../workspace/snapshot.ts';

export interface HoverOptions {
  readonly markup: 'markdown' | 'plaintext';
  /** The system whose command to see listeners is shown; none in the web. */
  readonly system?: 'linux' | 'macos' | 'windows';
  /** A link to a place in a file of the workspace; undefined where the client cannot follow one. */
  link(place: Place): string | undefined;
  /** A link to the page of a port; undefined where the client has none. */
  pageLink(port: number): string | undefined;
}

/** All that the parts of a hover look at. */
export interface HoverSubject {
  readonly snapshot: Snapshot;
  readonly registry: Registry;
  readonly facts: DocumentFacts;
  readonly occurrence: PortOccurrence;
  readonly resolution: Resolution;
  /** The numbers that count here, after variables. */
  readonly range: PortRange;
  /** The transport, where the place tells one. */
  readonly protocol: Protocol | undefined;
  readonly options: HoverOptions;
}
