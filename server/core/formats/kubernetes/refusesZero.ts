import type { PortOccurrence } from '../../ports/occurrence.ts';

/**
 * Ports of containers, services, probes and policies are 1 to 65535; `hostPort: 0` and `nodePort: 0` are the same as none.
 * https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/#ServiceSpec
 */
export function refusesZero({ path }: PortOccurrence): boolean {
  const key = path.at(-1);
  if (key === 'containerPort' || key === 'targetPort') return true;
  const around = path.findLast((part, index) => typeof part === 'string' && index < path.length - 1);
  return key === 'port' && typeof around === 'string' && OBJECTS.has(around);
}

const OBJECTS: ReadonlySet<string> = new Set(['ports', 'httpGet', 'tcpSocket', 'grpc']);
