import type { PortRange, Protocols } from '../../../../registry/port.ts';
import type { Place, Severity } from '../../facts/finding.ts';
import type { Address } from '../../ports/address.ts';
import type { Namespace, PortRole } from '../../ports/occurrence.ts';
import type { Span } from '../../text/span.ts';

/**
 * What a place means to somebody who asks what a project opens. host: it takes the number on a machine. planned: the
 * project's plan holds it. inside: a container, a pod or a program has it. dialled: it is only called, let through or named.
 */
export type Layer = 'host' | 'planned' | 'inside' | 'dialled';

/** In the order in which they matter. */
export const LAYERS: readonly Layer[] = ['host', 'planned', 'inside', 'dialled'];

/** A port at one place, as the map shows it. */
export interface MapPlace extends Place {
  /** All that a finding may stand on: the whole mapping, with its quotes left out. */
  readonly token: Span;
  /** Tells the places of a file apart, and stays the same while other lines change. */
  readonly key: string;
  /** With variables filled in. */
  readonly range: PortRange;
  readonly protocols: Protocols | undefined;
  readonly role: PortRole;
  readonly layer: Layer;
  readonly namespace: Namespace;
  readonly format: string;
  /** The service, workload or program. */
  readonly owner: string | undefined;
  readonly image: string | undefined;
  /** Of what takes a number on a machine. */
  readonly address: Address | undefined;
  /** The other side of the mapping. */
  readonly inner: PortRange | undefined;
  /** Who is dialled, as it is written, and the service that this is. */
  readonly host: string | undefined;
  readonly target: string | undefined;
  readonly scheme: string | undefined;
  /** The words on the way to it: keys, the variable that holds it. */
  readonly words: readonly string[];
  /** The variable of the file by which somebody else's port is set here. */
  readonly sets: string | undefined;
  /** What the plan says of it. */
  readonly note: string | undefined;
  /** The folder of the files that lie and run together. */
  readonly project: string;
}

/** A place with what the rules say of it. */
export interface MarkedPlace extends MapPlace {
  /** The worst finding on it. */
  readonly severity: Severity | undefined;
  /** How bad it is that another place wants the same port; undefined where none does. */
  readonly contest: Severity | undefined;
  /** Those that want the same port, as far as they are places of the map. */
  readonly rivals: readonly MapPlace[];
}
