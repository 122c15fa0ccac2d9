import { asProtocol, type Protocol, type Protocols, showRange, sizeOf } from '../../../../registry/port.ts';
import { type Mapped, originOf, UNKNOWN } from '../../text/mapped.ts';
import type { Span } from '../../text/span.ts';
import { type Address, type Binding, EVERYWHERE, readAddress } from '../address.ts';
import { faultOf, type PortText, writtenRange } from '../value.ts';
import { readPort } from './port.ts';

/**
 * A published port as Docker writes it: `[[ip:][host]:]container[/protocol]`.
 * Grammar: https://docs.docker.com/reference/compose-file/services/#ports, as go-connections' `nat` reads it.
 */
export interface Mapping {
  /** Undefined: the system chooses a host port. */
  readonly host: PortText | undefined;
  /** Undefined where it is missing. */
  readonly container: PortText | undefined;
  readonly binding: Binding;
  /** Undefined where a variable leaves it open. */
  readonly protocols: Protocols | undefined;
  readonly protocolSpan?: Span;
  readonly faults: readonly MappingFault[];
  readonly span: Span;
}

export interface MappingFault {
  /** unequal belongs to both sides; the others are refused by Docker as no mapping at all. */
  readonly kind: 'address' | 'container' | 'host' | 'protocol' | 'missing' | 'unequal';
  readonly span: Span;
  readonly text: string;
}

/** Reads `[start, end)` of a text whose variables are filled in (unknown ones as `UNKNOWN`). Never fails. */
export function readMapping(mapped: Mapped, start = 0, end: number = mapped.text.length): Mapping {
  const { text } = mapped;
  const faults: MappingFault[] = [];
  const spanAt = (from: number, to: number): Span => originOf(mapped, from, to).span;
  const fault = (kind: MappingFault['kind'], from: number, to: number): void => {
    faults.push({ kind, span: spanAt(from, to), text: text.slice(from, to) });
  };

  const slash = lastBetween(text, '/', start, end);
  const stop = slash > start ? slash : end;
  const protocol = slash > start ? readProtocol(text.slice(slash + 1, end)) : 'tcp';
  if (protocol === undefined) fault('protocol', slash + 1, end);

  const parts = fieldsOf(text, start, stop);
  const container =
    parts.container.from < parts.container.to
      ? readPort(mapped, parts.container.from, parts.container.to, '-')
      : undefined;
  const host =
    parts.host && parts.host.from < parts.host.to ? readPort(mapped, parts.host.from, parts.host.to, '-') : undefined;
  if (!container) fault('missing', start, end);
  else if (isMalformed(container)) fault('container', parts.container.from, parts.container.to);
  // Of an entry that is still being typed, the missing end is the one fault.
  if (container && isMalformed(host) && parts.host) fault('host', parts.host.from, parts.host.to);
  const binding = parts.address ? readBinding(mapped, parts.address.from, parts.address.to) : EVERYWHERE;
  if (parts.address && binding.span && isRefused(binding.address))
    fault('address', parts.address.from, parts.address.to);
  if (isUnequal(host, container)) fault('unequal', start, stop);
  return {
    host,
    container,
    binding,
    protocols: protocol === 'unknown' ? undefined : [protocol ?? 'tcp'],
    ...(slash > start && { protocolSpan: spanAt(slash + 1, end) }),
    faults,
    span: spanAt(start, end),
  };
}

interface Field {
  readonly from: number;
  readonly to: number;
}

/** The last field is the container's, the one before it the host's; all that stands before them is the address. */
function fieldsOf(text: string, start: number, stop: number): { container: Field; host?: Field; address?: Field } {
  const last = lastColon(text, start, stop);
  if (last < 0) return { container: { from: start, to: stop } };
  const container = { from: last + 1, to: stop };
  const middle = lastColon(text, start, last);
  if (middle < 0) return { container, host: { from: start, to: last } };
  return { container, host: { from: middle + 1, to: last }, address: { from: start, to: middle } };
}

/** What ends in a bracket is an IPv6 address and has no colon that separates. */
function lastColon(text: string, start: number, stop: number): number {
  return text[stop - 1] === ']' ? -1 : lastBetween(text, ':', start, stop);
}

/** Looks no further back than `start`, as a text may hold many mappings. */
function lastBetween(text: string, char: string, start: number, stop: number): number {
  const found = text.slice(start, stop).lastIndexOf(char);
  return found < 0 ? -1 : start + found;
}

/** Docker takes IP literals only: no name, no `*`, and no zone. */
export function isRefused(address: Address): boolean {
  return (
    address.kind === 'host' ||
    (address.kind === 'any' && address.family === 'both') ||
    (address.kind === 'ip' && address.ip.includes('%'))
  );
}

function readBinding(mapped: Mapped, from: number, to: number): Binding {
  if (from === to) return EVERYWHERE;
  return { address: readAddress(mapped.text.slice(from, to)), span: originOf(mapped, from, to).span };
}

function readProtocol(text: string): Protocol | 'unknown' | undefined {
  if (text.includes(UNKNOWN)) return 'unknown';
  // Docker takes the empty text for TCP, and knows no DCCP.
  const protocol = text === '' ? 'tcp' : asProtocol(text);
  return protocol === 'dccp' ? undefined : protocol;
}

function isMalformed(side: PortText | undefined): boolean {
  const fault = faultOf(side?.value);
  return fault?.reason === 'malformed';
}

/** The numbers on both sides, for messages. */
export function showSides({ host, container }: Pick<Mapping, 'host' | 'container'>): {
  host: string;
  container: string;
} {
  const show = (side: PortText | undefined): string => {
    const range = writtenRange(side?.value);
    return range ? showRange(range) : '';
  };
  return { host: show(host), container: show(container) };
}

/** Docker picks one host port of a range for a single container port; any other difference in length is refused. */
export function isUnequal(host: PortText | undefined, container: PortText | undefined): boolean {
  const outer = writtenRange(host?.value);
  const inner = writtenRange(container?.value);
  return outer !== undefined && inner !== undefined && sizeOf(inner) !== sizeOf(outer) && sizeOf(inner) > 1;
}
