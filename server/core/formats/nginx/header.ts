import { namedArgument } from '../directives/namedArgument.ts';
import type { Reader } from '../tree/place.ts';
import { hostPort } from '../values/hostPort.ts';
import { UDP } from '../values/transports.ts';

/** A header and its value: what is told to clients, or to those behind, opens nothing. */
export function header(): Reader {
  const told = namedArgument({ role: 'advertise' });
  // `Alt-Svc: h3=":443"; ma=86400`. https://www.rfc-editor.org/rfc/rfc7838#section-3
  const alternative = hostPort('advertise', UDP);
  return {
    what: 'header, by the words of its name (advertise)',
    read(node, at) {
      const [name, value] = node.kind === 'list' ? node.items : [];
      const isAlternative = name?.kind === 'scalar' && name.text.toLowerCase() === 'alt-svc';
      if (isAlternative && value) alternative.read(value, at);
      else told.read(node, at);
    },
  };
}
