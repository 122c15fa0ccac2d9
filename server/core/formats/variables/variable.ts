import type { VariableDefinition } from '../../facts/document.ts';
import { readPort } from '../../ports/read/port.ts';
import { faultOf } from '../../ports/value.ts';
import type { Mapped } from '../../text/mapped.ts';
import { optional } from '../../text/optional.ts';
import type { Span } from '../../text/span.ts';

/** A variable of any value, which may be a host or a whole address as well as a port. */
export function variable(name: string, nameSpan: Span, value: Mapped): VariableDefinition {
  const port = readPort(value, 0, value.text.length, '-').value;
  const isPort = faultOf(port)?.reason !== 'malformed';
  return { name, nameSpan, value, ...optional('port', isPort ? port : undefined) };
}
