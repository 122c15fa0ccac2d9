import type { Registry } from '../../../registry/registry.ts';
import type { Place } from '../facts/finding.ts';
import type { Span } from '../text/span.ts';
import type { Snapshot } from '../workspace/snapshot.ts';

export interface HoverOptions {
  readonly markup: 'markdown' | 'plaintext';
  /** The system whose command to see listeners is shown; none in the web. */
  readonly system?: 'linux' | 'macos' | 'windows';
  /** A link to a place in a file of the workspace; undefined where the client cannot follow one. */
  link(place: Place): string | undefined;
  /** A link to the page of a port; undefined where the client has none. */
  pageLink(port: number): string | undefined;
}

export interface Hover {
  /** Exactly the number, the name or the variable. */
  readonly span: Span;
  readonly text: string;
}

export declare function hover(
  snapshot: Snapshot,
  registry: Registry,
  path: string,
  offset: number,
  options: HoverOptions,
): Hover | undefined;
