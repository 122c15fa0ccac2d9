import type { ServiceObject, ServiceObjectPort } from '../../facts/kubernetes.ts';
import { get, items, type Node, scalar } from '../../syntax/tree.ts';
import { optional } from '../../text/optional.ts';
import { keyAt, labelsOf, numberAt, protocolAt, type TextOf } from './objectText.ts';

/** The `spec` of a Service. */
export function serviceObject(spec: Node | undefined, text: TextOf): ServiceObject {
  const selector = get(spec, 'selector');
  return {
    selector: selector?.kind === 'map' && selector.entries.length > 0 ? labelsOf(selector, text) : undefined,
    ports: items(get(spec, 'ports')).flatMap(port => servicePort(port, text) ?? []),
  };
}

function servicePort(node: Node, text: TextOf): ServiceObjectPort | undefined {
  const number = numberAt(node, 'port', text);
  if (!number) return undefined;
  return {
    number,
    ...optional('name', keyAt(node, 'name', text)),
    ...optional('target', keyAt(node, 'targetPort', text)),
    ...optional('nodePort', numberAt(node, 'nodePort', text)),
    protocol: protocolAt(node, text),
    ...optional('protocolSpan', scalar(get(node, 'protocol'))?.inner),
    span: node.span,
  };
}
