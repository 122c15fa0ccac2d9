import { asProtocol } from '../../../../registry/port.ts';
import { occurrenceOf, type PortRole } from '../../ports/occurrence.ts';
import { scalar } from '../../syntax/tree.ts';
import type { Reader } from '../tree/place.ts';
import { type PortOptions, port } from '../values/port.ts';

const KUBERNETES: PortOptions = { protocols: ['tcp'], protocolKey: 'protocol', range: undefined };

/** A number, with the protocol that stands beside it. */
export function portNumber(role: PortRole): Reader {
  return port(role, KUBERNETES);
}

/** A number, or the name of a port: `targetPort: http`. */
export function portOrName(role: PortRole): Reader {
  const number = portNumber(role);
  return {
    what: `port or its name (${role})`,
    read(node, at) {
      const name = scalar(node);
      if (!name || !NAME.test(name.text)) return number.read(node, at);
      const { namespace, owner } = at.scope;
      const protocol = asProtocol(at.sibling('protocol')?.text ?? 'tcp');
      at.addOccurrence(
        occurrenceOf(
          { span: name.inner, value: { kind: 'name', name: name.text }, editable: name.exact },
          {
            token: name.inner,
            role,
            namespace,
            protocols: protocol && [protocol],
            owner,
            path: at.path,
            confidence: 'certain',
          },
        ),
      );
    },
  };
}

/** At most 15 small letters, digits and dashes, one letter at least. */
const NAME = /^(?=.{1,15}$)[a-z\d-]*[a-z][a-z\d-]*$/;
