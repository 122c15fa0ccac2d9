import type { Labels, PortKey, Selection, ServiceReference } from '../../facts/kubernetes.ts';
import { get, items, type Node } from '../../syntax/tree.ts';
import { keyAt, labelsOf, type TextOf, textAt } from './objectText.ts';

/** Ports of Services that an Ingress or a route of Traefik leads to. */
export function serviceReferences(kind: string, spec: Node | undefined, text: TextOf): readonly ServiceReference[] {
  if (kind === 'Ingress') {
    const paths = items(get(spec, 'rules')).flatMap(rule => items(get(get(rule, 'http'), 'paths')));
    const backends = [get(spec, 'defaultBackend'), get(spec, 'backend'), ...paths.map(path => get(path, 'backend'))];
    return backends.flatMap(backend => {
      const service = get(backend, 'service');
      const own = get(service, 'port');
      const port = keyAt(own, 'name', text) ?? keyAt(own, 'number', text) ?? keyAt(backend, 'servicePort', text);
      return reference(textAt(service, 'name', text) ?? textAt(backend, 'serviceName', text), port);
    });
  }
  if (kind !== 'IngressRoute') return [];
  const services = items(get(spec, 'routes')).flatMap(route => items(get(route, 'services')));
  return services
    .filter(service => (textAt(service, 'kind', text) ?? 'Service') === 'Service' && !get(service, 'namespace'))
    .flatMap(service => reference(textAt(service, 'name', text), keyAt(service, 'port', text)));
}

function reference(service: string | undefined, port: PortKey | undefined): readonly ServiceReference[] {
  return service === undefined || !port ? [] : [{ service, port }];
}

/** Ports of whatever labels select: of pods for a NetworkPolicy and a PodMonitor, of Services for a ServiceMonitor. */
export function selections(kind: string, spec: Node | undefined, text: TextOf): readonly Selection[] {
  if (kind === 'ServiceMonitor') return monitored('services', spec, 'endpoints', text);
  if (kind === 'PodMonitor') return monitored('pods', spec, 'podMetricsEndpoints', text);
  return kind === 'NetworkPolicy' ? allowed(spec, text) : [];
}

function monitored(of: Selection['of'], spec: Node | undefined, key: string, text: TextOf): readonly Selection[] {
  const labels = selector(get(spec, 'selector'), text);
  if (!labels) return [];
  const namespaces = namespacesIn(get(spec, 'namespaceSelector'), text);
  return items(get(spec, key)).flatMap(endpoint => {
    const port = keyAt(endpoint, 'port', text);
    return port ? [{ of, labels, namespaces, port }] : [];
  });
}

function namespacesIn(node: Node | undefined, text: TextOf): Selection['namespaces'] {
  const names = items(get(node, 'matchNames'));
  if (names.length === 0) return node ? 'any' : undefined;
  return names.flatMap(name => (name.kind === 'scalar' ? text(name).text : []));
}

/** What comes in goes to the policy's own pods; what goes out, to those that are named, where nothing else is. */
function allowed(spec: Node | undefined, text: TextOf): readonly Selection[] {
  const own = selector(get(spec, 'podSelector'), text);
  const incoming = own ? items(get(spec, 'ingress')).flatMap(rule => portsOf(rule, [own], text)) : [];
  const outgoing = items(get(spec, 'egress')).flatMap(rule => {
    const peers = items(get(rule, 'to')).map(peer =>
      get(peer, 'namespaceSelector') === undefined ? selector(get(peer, 'podSelector'), text) : undefined,
    );
    const [first] = peers;
    return peers.length === 1 && first ? portsOf(rule, [first], text) : [];
  });
  return [...incoming, ...outgoing];
}

function portsOf(rule: Node, peers: readonly Labels[], text: TextOf): readonly Selection[] {
  return items(get(rule, 'ports')).flatMap(entry => {
    const port = keyAt(entry, 'port', text);
    return port ? peers.map(labels => ({ of: 'pods' as const, labels, namespaces: undefined, port })) : [];
  });
}

/** Undefined where it selects by anything but labels, or all. */
function selector(node: Node | undefined, text: TextOf): Labels | undefined {
  if (get(node, 'matchExpressions') !== undefined) return undefined;
  const labels = labelsOf(get(node, 'matchLabels'), text);
  return labels.size > 0 ? labels : undefined;
}
