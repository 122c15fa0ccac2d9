import type { Protocols } from '../../../../registry/port.ts';
import { type Mapped, originOf, UNKNOWN } from '../../text/mapped.ts';
import type { Span } from '../../text/span.ts';
import { faultOf, type PortText } from '../value.ts';
import { readPort } from './port.ts';
import { schemeProtocols } from './schemeDefaults.ts';

/** The port of a URL, a data source name or a `host:port`. */
export interface NetworkPort extends PortText {
  /** Without brackets; empty where the form has a place for it that is left empty (`:8080`), absent if not known. */
  readonly host?: string | undefined;
  readonly hostSpan?: Span | undefined;
  /** In lower case: `postgresql`, also of `jdbc:postgresql://`. */
  readonly scheme?: string | undefined;
  readonly protocols?: Protocols | undefined;
}

/** Offsets in the text of a `Mapped`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Undefined where the stretch holds no number after all, as where a variable's default is a word. */
export function networkPort(
  mapped: Mapped,
  port: Stretch,
  host?: Stretch,
  scheme?: string,
  protocols: Protocols | undefined = scheme === undefined ? undefined : schemeProtocols(scheme),
): NetworkPort | undefined {
  const found = readPort(mapped, port.from, port.to, '-');
  if (faultOf(found.value)?.reason === 'malformed') return undefined;
  // SQL Server's instance (`db\\inst`) is no part of the host.
  const written = host && mapped.text.slice(host.from, host.to).split('\\')[0];
  return {
    value: found.value,
    span: found.span,
    editable: found.editable,
    expression: found.expression,
    variable: found.variable,
    host: written?.includes(UNKNOWN) ? undefined : written,
    hostSpan: host && host.from < host.to ? originOf(mapped, host.from, host.to).span : undefined,
    scheme,
    protocols,
  };
}

/**
 * Reads `host:port` at the start of a stretch. What stands behind the port may be anything that cannot belong to a number
 * or a name: `h:1521/svc` has a port, `h:10.5` and `file.ts:10:5` have none. An IPv6 address needs its brackets.
 */
export function readAuthority(mapped: Mapped, { from, to }: Stretch, scheme?: string): NetworkPort | undefined {
  const written = mapped.text.slice(from, to);
  const bracket = from + (written.startsWith('[') ? written.indexOf(']') : -1);
  const colon = bracket < from ? from + written.indexOf(':') : bracket + 1;
  if (colon < from || written[colon - from] !== ':') return undefined;
  const end = portEnd(mapped.text, colon + 1, to);
  if (end < 0) return undefined;
  const host = bracket < from ? { from, to: colon } : { from: from + 1, to: bracket };
  return networkPort(mapped, { from: colon + 1, to: end }, host, scheme);
}

/** Where the number or range that starts at `from` ends; -1 where there is none, or where it is part of a word. */
export function portEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isDigit(text, at)) at++;
  const digits = at - from;
  // An expression right after a whole port is a path: `http://api:8080${PREFIX}`.
  if (text[at] === UNKNOWN && (digits >= 4 || text.slice(from, at) === '443')) return at;
  while (at < to && (isDigit(text, at) || text[at] === UNKNOWN)) at++;
  if (at === from) return -1;
  if (text[at] === '-' && at + 1 < to && isDigit(text, at + 1)) {
    at++;
    while (at < to && isDigit(text, at)) at++;
  }
  const next = at < to ? (text[at] ?? '') : '';
  if (/[\w:@]/.test(next)) return -1;
  return (next === '.' || next === '-') && at + 1 < to && /\w/.test(text[at + 1] ?? '') ? -1 : at;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return 48 <= code && code <= 57;
}
