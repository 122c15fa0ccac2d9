import { asPort, holds, type Port } from '../../../../registry/port.ts';
import type { Registry } from '../../../../registry/registry.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import type { Fix } from '../../facts/finding.ts';
import type { ServiceObject, ServiceObjectPort } from '../../facts/kubernetes.ts';
import { lineBreakOf } from '../../text/lines.ts';
import type { ClusterPod } from '../../workspace/cluster/cluster.ts';
import { selectingServices } from '../../workspace/cluster/selectingServices.ts';
import type { RawFinding, RuleContext } from '../rule.ts';

export type ServiceUdpMessage = keyof typeof SERVICE_UDP_MESSAGES;

/** Wording of `missing-udp` for Kubernetes. */
export const SERVICE_UDP_MESSAGES = {
  service: '{software} listens on {port} with UDP, and this Service carries TCP only: add `protocol: UDP`',
  'service-beside':
    '{software} answers DNS over UDP first, and this Service carries TCP only: add an entry for UDP too',
  declared: 'The pods declare {port} for UDP only, and this Service carries TCP: add `protocol: UDP`',
} as const;

/** Ports of Services that carry TCP to what listens with UDP. */
export function* serviceUdp({ facts, workspace, registry }: RuleContext): Iterable<RawFinding<ServiceUdpMessage>> {
  for (const { service, pods } of selectingServices(workspace, facts)) {
    for (const port of service.ports) {
      if (port.protocol !== 'tcp' || hasUdp(service, port)) continue;
      const found = isDeclaredForUdp(pods, port) ? DECLARED : byImage(registry, pods, numberOf(port));
      if (!found) continue;
      yield {
        at: { path: facts.path, span: port.protocolSpan ?? port.target?.span ?? port.number.span },
        message: found.message,
        data: { software: found.software, port: numberOf(port) ?? `\`${port.target?.text}\`` },
        fixes: found.message === 'service-beside' ? [] : udpFix(facts, port),
      };
    }
  }
}

interface Found {
  readonly message: ServiceUdpMessage;
  readonly software: string;
}

const DECLARED: Found = { message: 'declared', software: '' };

function keyOf({ target, number: { value } }: ServiceObjectPort): string | undefined {
  return target ? target.text : value.kind === 'range' ? `${value.range.first}` : undefined;
}

function numberOf(port: ServiceObjectPort): Port | undefined {
  const key = keyOf(port) ?? '';
  return /^\d{1,5}$/.test(key) ? asPort(Number(key)) : undefined;
}

/** A protocol, or a target, that a variable leaves open may be the one that is missed. */
function hasUdp({ ports }: ServiceObject, port: ServiceObjectPort): boolean {
  return ports.some(
    other =>
      other.protocol === undefined ||
      (other.protocol === 'udp' && [undefined, keyOf(port)].includes(keyOf(other))) ||
      (other.protocol === 'udp' && showsSame(other, port)),
  );
}

function showsSame(a: ServiceObjectPort, b: ServiceObjectPort): boolean {
  return a.number.value.kind === 'range' && b.number.value.kind === 'range'
    ? a.number.value.range.first === b.number.value.range.first
    : true;
}

/** Some pod declares it, and none for another protocol. */
function isDeclaredForUdp(pods: readonly ClusterPod[], port: ServiceObjectPort): boolean {
  const key = keyOf(port);
  const number = numberOf(port);
  if (key === undefined) return false;
  const declared = pods
    .flatMap(({ pod }) => pod.containers.filter(({ isRunning }) => isRunning))
    .flatMap(({ ports }) => ports)
    .filter(({ name, number: { value } }) =>
      number === undefined ? name?.text === key : value.kind !== 'range' || holds(value.range, number),
    );
  return declared.length > 0 && declared.every(({ protocol }) => protocol === 'udp');
}

/** The one service that needs both transports. */
const DNS = 53;

function byImage(registry: Registry, pods: readonly ClusterPod[], port: Port | undefined): Found | undefined {
  const images = pods.flatMap(({ pod }) => pod.containers.filter(({ isRunning }) => isRunning));
  const known = images.map(({ image }) => (image === undefined ? undefined : registry.image(image)));
  if (port === undefined || known.includes(undefined)) return undefined;
  const found = known.flatMap(image =>
    (image?.ports ?? []).flatMap(({ ports, protocol }) =>
      holds(ports, port) ? [{ protocol, software: image?.software ?? '' }] : [],
    ),
  );
  const [first] = found;
  if (!first || !found.some(({ protocol }) => protocol === 'udp')) return undefined;
  const beside = found.some(({ protocol }) => protocol !== 'udp');
  if (beside) return port === DNS ? { message: 'service-beside', software: first.software } : undefined;
  return { message: 'service', software: first.software };
}

function udpFix(facts: DocumentFacts, { protocolSpan, number, span }: ServiceObjectPort): readonly Fix[] {
  const edit = (start: number, end: number, newText: string): readonly Fix[] => [
    { title: 'Carry UDP', safety: 'suggested', edits: [{ path: facts.path, span: { start, end }, newText }] },
  ];
  if (protocolSpan) return edit(protocolSpan.start, protocolSpan.end, 'UDP');
  if (!number.editable) return [];
  const { end } = number.span;
  if (facts.text[span.start] === '{') return edit(end, end, ', protocol: UDP');
  // A comment may follow on the line, and the format may be JSON.
  if (!/^[ \t]*(?:\r?\n|$)/.test(facts.text.slice(end, end + 200))) return [];
  const { character } = facts.lines.position(span.start);
  return edit(end, end, `${lineBreakOf(facts.text)}${' '.repeat(character)}protocol: UDP`);
}
