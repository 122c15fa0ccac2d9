import { listItems } from '../../ports/read/hostPort.ts';
import { networkPort, portEnd } from '../../ports/read/networkPort.ts';
import type { Scalar } from '../../syntax/tree.ts';
import { namedArgument } from '../directives/namedArgument.ts';
import type { At, Reader } from '../tree/place.ts';

/** `proxy.config.http.server_ports STRING 8080:ip-in=192.0.2.1 8443:ssl`, or a record whose name says `port`. */
export function record(): Reader {
  const named = namedArgument();
  const own = namedArgument({ role: 'listen' });
  const allowed = namedArgument({ role: 'allow' });
  return {
    what: 'records, by the words of their names',
    read(node, at) {
      const [name, , ...values] = node.kind === 'list' ? node.items : [];
      const written = name?.kind === 'scalar' ? name.text : '';
      if (NO_PORT.test(written)) return;
      if (written.endsWith('connect_ports')) allowed.read(node, at);
      else if (written.endsWith('port')) own.read(node, at);
      else if (!written.endsWith('server_ports')) named.read(node, at);
      else for (const value of values) if (value.kind === 'scalar') readPorts(value, at);
    },
  };
}

/** Switches that name a port. */
const NO_PORT = /[._](?:no|use|source|reuse|enabled?)[._]|\.listen$/;

/** Of the words between colons, the one that is a number is the port. */
function readPorts(value: Scalar, at: At): void {
  const text = at.text(value);
  for (const { from, to } of listItems(text.text)) {
    for (let start = from; start < to; ) {
      const colon = text.text.indexOf(':', start);
      const end = colon < 0 || colon > to ? to : colon;
      const port = portEnd(text.text, start, end) === end && networkPort(text, { from: start, to: end });
      if (port) at.add({ ...port, role: 'listen', protocols: ['tcp'], confidence: 'certain' }, value.inner);
      start = end + 1;
    }
  }
}
