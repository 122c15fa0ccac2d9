import { showRange } from '../../registry/port.ts';
import { interpolate } from '../../server/core/ports/read/interpolate.ts';
import type { NetworkPort } from '../../server/core/ports/read/networkPort.ts';
import { writtenRange } from '../../server/core/ports/value.ts';
import { type Mapped, verbatim } from '../../server/core/text/mapped.ts';

/** A whole text as a value, its variables filled in as a shell would. */
export function filledIn(text: string): Mapped {
  return interpolate(verbatim(text, { start: 0, end: text.length }), 'backslash');
}

/** `db:5432` for each port, its digits as the text has them at the span; `$NAME` or `!` before what is no plain number. */
export function showPorts(text: string, ports: readonly NetworkPort[]): string {
  return ports.map(port => showPort(text, port)).join(' ');
}

function showPort(text: string, { host, value, span }: NetworkPort): string {
  const written = text.slice(span.start, span.end);
  const range = writtenRange(value);
  const sign = value.kind === 'variable' ? `$${value.name}=` : value.kind === 'invalid' ? '!' : '';
  // The span must hold the number itself, so that the text of the two can be one.
  const same = range === undefined || showRange(range) === written || `0${showRange(range)}` === written;
  return `${host ?? '?'}:${sign}${same ? written : `${written} is not ${range && showRange(range)}`}`;
}
