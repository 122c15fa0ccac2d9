import type { PortRange } from '../../../registry/port.ts';
import type { Span } from '../text/span.ts';

/** What a place that should hold a port says. */
export type PortValue =
  | { readonly kind: 'range'; readonly range: PortRange }
  /** A name that stands for a port: Kubernetes `targetPort: http`. */
  | { readonly kind: 'name'; readonly name: string }
  /** `${NAME:-8080}`; `fallback` is undefined where the expression has none, or where it fills only a part of the place. */
  | { readonly kind: 'variable'; readonly name: string; readonly fallback: PortValue | undefined }
  | InvalidPort;

export interface InvalidPort {
  readonly kind: 'invalid';
  readonly text: string;
  /** out-of-range: a number that no port can have; reversed: `3005-3000`; malformed: no port at all. */
  readonly reason: 'out-of-range' | 'reversed' | 'malformed';
  /** The numbers as written, where they are numbers. */
  readonly first?: number;
  readonly last?: number;
}

/** A value with its place. */
export interface PortText {
  readonly value: PortValue;
  /** The digits (both ends of a range), or what stands in their place. */
  readonly span: Span;
  /** Replacing `span` replaces the number and nothing else. */
  readonly editable: boolean;
  /** The whole `${NAME:-8080}`, where the value stands in one. */
  readonly expression?: Span | undefined;
  /** The variable whose looked-up value this is. */
  readonly variable?: string | undefined;
}

/** The numbers that stand at a place without asking any other file: a literal, or the fallback of a variable. */
export function writtenRange(value: PortValue | undefined): PortRange | undefined {
  if (value?.kind === 'range') return value.range;
  return value?.kind === 'variable' ? writtenRange(value.fallback) : undefined;
}

/** The fault at a place, also where it is the fallback of a variable. */
export function faultOf(value: PortValue | undefined): InvalidPort | undefined {
  if (value?.kind === 'invalid') return value;
  return value?.kind === 'variable' ? faultOf(value.fallback) : undefined;
}
