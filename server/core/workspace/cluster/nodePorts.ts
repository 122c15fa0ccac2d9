import { overlaps, type Protocol } from '../../../../registry/port.ts';
import { type PortText, writtenRange } from '../../ports/value.ts';
import type { ClusterObject, ClusterPod, ClusterService } from './cluster.ts';

/** A port of every node (`nodePort`), or of the node that the pod runs on (`hostPort`). */
export interface NodePort {
  readonly by: ClusterObject;
  readonly key: 'nodePort' | 'hostPort';
  readonly port: PortText;
  readonly protocol: Protocol;
  readonly hostIp: string | undefined;
}

/** What is written as a number, in the order of the files. */
export function nodePorts(services: readonly ClusterService[], pods: readonly ClusterPod[]): readonly NodePort[] {
  return [
    ...services.flatMap(by =>
      by.service.ports.flatMap(({ nodePort, protocol }) => written({ by, key: 'nodePort', port: nodePort, protocol })),
    ),
    ...pods.flatMap(by =>
      by.pod.containers.flatMap(({ isRunning, ports }) =>
        ports.flatMap(({ hostPort, hostIp, protocol }) =>
          isRunning ? written({ by, key: 'hostPort', port: hostPort, protocol, hostIp }) : [],
        ),
      ),
    ),
  ];
}

function written({
  port,
  protocol,
  hostIp,
  ...rest
}: Pick<NodePort, 'by' | 'key'> & {
  readonly port: PortText | undefined;
  readonly protocol: Protocol | undefined;
  readonly hostIp?: string | undefined;
}): readonly NodePort[] {
  const isPort = port?.value.kind === 'range' && port.value.range.first > 0;
  return isPort && protocol !== undefined ? [{ ...rest, port, protocol, hostIp }] : [];
}

/** True where only one of the two can have the port: an address that is not given means all. */
export function meetOnNode(a: NodePort, b: NodePort): boolean {
  const here = writtenRange(a.port.value);
  const there = writtenRange(b.port.value);
  return (
    a !== b &&
    a.key === b.key &&
    a.protocol === b.protocol &&
    here !== undefined &&
    there !== undefined &&
    overlaps(here, there) &&
    (isAny(a.hostIp) || isAny(b.hostIp) || a.hostIp === b.hostIp)
  );
}

function isAny(address: string | undefined): boolean {
  return address === undefined || address === '0.0.0.0' || address === '::';
}
