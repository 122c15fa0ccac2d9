import { type ContainerPort, nameIn, type PodContainer, type PodTemplate, type Probe } from '../../facts/kubernetes.ts';
import { readImage } from '../../ports/image.ts';
import { get, items, type Node, scalar } from '../../syntax/tree.ts';
import { optional } from '../../text/optional.ts';
import { containerUser } from './containerUser.ts';
import { mayAddPorts } from './mayAddPorts.ts';
import { probeNodes } from './objectNodes.ts';
import { keyAt, labelsOf, numberAt, protocolAt, type TextOf, textAt } from './objectText.ts';

/** The text around an object that a template makes. */
export interface Template {
  readonly source: string;
  /** Where the next object begins. */
  readonly end: number;
}

/** A pod, or the template of one: both have `metadata` and `spec`. */
export function podTemplate(
  node: Node | undefined,
  isPart: boolean,
  text: TextOf,
  template: Template | undefined,
): PodTemplate {
  const spec = get(node, 'spec');
  const containers = [
    ...containersOf(spec, 'containers', text, template),
    ...containersOf(spec, 'initContainers', text, template),
  ].sort((a, b) => a.span.start - b.span.start);
  return {
    labels: labelsOf(get(get(node, 'metadata'), 'labels'), text),
    containers,
    hostNetwork: textAt(spec, 'hostNetwork', text) === 'true',
    isPartial: isPart || containers.length === 0 || containers.some(({ hasImage }) => !hasImage),
  };
}

function containersOf(
  spec: Node | undefined,
  key: 'containers' | 'initContainers',
  text: TextOf,
  template: Template | undefined,
): readonly (PodContainer & { readonly hasImage: boolean })[] {
  const all = items(get(spec, key));
  return all.map((container, index) => {
    const region = { start: container.span.start, end: all[index + 1]?.span.start ?? template?.end ?? 0 };
    const image = textAt(container, 'image', text);
    return {
      name: textAt(container, 'name', text),
      image: image === undefined ? undefined : readImage(image).name,
      hasImage: get(container, 'image') !== undefined,
      // https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
      isRunning: key === 'containers' || textAt(container, 'restartPolicy', text) === 'Always',
      ports: items(get(container, 'ports')).flatMap(port => containerPort(port, text) ?? []),
      probes: probesOf(container, text),
      hasCommand: get(container, 'command') !== undefined || get(container, 'args') !== undefined,
      variables: new Map(
        items(get(container, 'env')).flatMap(variable => {
          const name = scalar(get(variable, 'name'))?.text;
          return name === undefined ? [] : [[name, textAt(variable, 'value', text)]];
        }),
      ),
      openEnvironment: get(container, 'envFrom') !== undefined,
      mounts: items(get(container, 'volumeMounts')).flatMap(mount => textAt(mount, 'mountPath', text) ?? []),
      ...optional('user', containerUser(spec, container, text)),
      isOpen: template !== undefined && (container.kind !== 'map' || mayAddPorts(template.source, container, region)),
      span: container.span,
    };
  });
}

function containerPort(node: Node, text: TextOf): ContainerPort | undefined {
  const number = numberAt(node, 'containerPort', text);
  if (!number) return undefined;
  return {
    number,
    ...optional('hostPort', numberAt(node, 'hostPort', text)),
    ...optional('hostIp', textAt(node, 'hostIP', text)),
    protocol: protocolAt(node, text),
    ...optional('name', keyAt(node, 'name', text)),
    span: node.span,
  };
}

function probesOf(container: Node, text: TextOf): readonly Probe[] {
  return probeNodes(container).flatMap(({ key, node }) =>
    ['httpGet', 'tcpSocket', 'grpc'].flatMap(action => {
      const own = keyAt(get(node, action), 'port', text);
      // Another host has ports of its own, and a name is always that of a port of this container.
      const isElsewhere = own && nameIn(own) === undefined && get(get(node, action), 'host') !== undefined;
      const port = own && isElsewhere ? { ...own, text: undefined } : own;
      // gRPC takes no name, and Kubernetes refuses one.
      return port && !(action === 'grpc' && nameIn(port) !== undefined) ? [{ key, port }] : [];
    }),
  );
}
