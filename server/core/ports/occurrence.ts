import type { Protocols } from '../../../registry/port.ts';
import type { Span } from '../text/span.ts';
import type { Binding } from './address.ts';
import type { PortText, PortValue } from './value.ts';

/** What the number does at its place. The vocabulary of the public JSON too. */
export type PortRole =
  | 'listen'
  | 'publish'
  | 'target'
  | 'expose'
  | 'connect'
  | 'probe'
  | 'advertise'
  | 'allow'
  | 'deny'
  | 'forward'
  | 'label'
  | 'registry';

/** The port space that the number lives in. Only equal namespaces can collide. */
export type Namespace =
  | { readonly kind: 'host' | 'node' }
  | { readonly kind: 'container' | 'pod' | 'cluster' | 'remote'; readonly id: string }
  | { readonly kind: 'unknown' };

/** The thing that a port belongs to. */
export interface Owner {
  readonly kind: 'service' | 'stage' | 'workload' | 'process';
  readonly name: string;
  /** As `imageName` gives it: `postgres` for `docker.io/library/postgres:16@sha256:…`. */
  readonly image?: string;
}

/** certain: the grammar says so. likely: a known key does. guess: it only looks like a port. */
export type Confidence = 'certain' | 'likely' | 'guess';

/**
 * One port, or one range written as one, at one place.
 * Every property is there, with or without a value: objects of one shape are made and read several times as fast.
 * Running example: `- "127.0.0.1:${WEB_PORT:-8080}:80/tcp"` makes two, publish 8080 and target 80.
 */
export interface PortOccurrence {
  /** What a fix replaces: `8080`. */
  readonly span: Span;
  /** The scalar without quotes: `127.0.0.1:${WEB_PORT:-8080}:80/tcp`. */
  readonly token: Span;
  /** False where escapes or folding hide the true place of the digits. */
  readonly editable: boolean;
  readonly value: PortValue;
  /** `${WEB_PORT:-8080}`, where the value stands in an expression. */
  readonly expression?: Span | undefined;
  readonly role: PortRole;
  readonly namespace: Namespace;
  /** Undefined where the place does not tell. */
  readonly protocols: Protocols | undefined;
  /** `tcp` after the slash; absent where it is implied. */
  readonly protocolSpan?: Span | undefined;
  readonly binding?: Binding | undefined;
  /** Both sides of one mapping share an id, unique in the document. */
  readonly mapping?: { readonly id: number; readonly side: 'publish' | 'target' } | undefined;
  readonly owner?: Owner | undefined;
  /** The host that is dialled or advertised, where one is written: `db` of `db:5432`. */
  readonly host?: string | undefined;
  /** The scheme of the URL that the port stands in, in lower case. */
  readonly scheme?: string | undefined;
  /** The key path: `['services', 'web', 'ports', 0]`. A stable identity across edits elsewhere. */
  readonly path: readonly (string | number)[];
  readonly confidence: Confidence;
}

/** What an occurrence says of a port beyond the text that it was read from. */
export type OccurrencePlace = Pick<
  PortOccurrence,
  'token' | 'role' | 'namespace' | 'protocols' | 'owner' | 'path' | 'confidence'
> &
  Partial<Pick<PortOccurrence, 'protocolSpan' | 'binding' | 'mapping' | 'host' | 'scheme'>>;

/** Written out, as spreading objects costs several times as much. */
export function occurrenceOf(text: PortText, place: OccurrencePlace): PortOccurrence {
  return {
    span: text.span,
    token: place.token,
    editable: text.editable,
    value: text.value,
    expression: text.expression,
    role: place.role,
    namespace: place.namespace,
    protocols: place.protocols,
    protocolSpan: place.protocolSpan,
    binding: place.binding,
    mapping: place.mapping,
    owner: place.owner,
    host: place.host,
    scheme: place.scheme,
    path: place.path,
    confidence: place.confidence,
  };
}

/** `host`, `container:web`, or null where it is not known: the form of the public JSON. */
export function showNamespace(namespace: Namespace): string | null {
  if (namespace.kind === 'unknown') return null;
  return 'id' in namespace ? `${namespace.kind}:${namespace.id}` : namespace.kind;
}
