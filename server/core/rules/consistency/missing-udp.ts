import type { ImagePort } from '../../../../registry/entry.ts';
import { overlaps, showRange } from '../../../../registry/port.ts';
import { writtenRange } from '../../ports/value.ts';
import type { ProjectService } from '../../workspace/composeProject.ts';
import { publishedIn } from '../../workspace/publishedIn.ts';
import type { PublishedPort } from '../../workspace/publishedPorts.ts';
import { defineRule, type Rule } from '../rule.ts';
import { alsoUdpFix, udpFix } from './mappingFixes.ts';
import { SERVICE_UDP_MESSAGES, type ServiceUdpMessage, serviceUdp } from './serviceUdp.ts';

/** The one service that needs both transports: an answer too long for UDP is asked for again over TCP (RFC 7766). */
const DNS = 53;

export const missingUdp: Rule<'instead' | 'beside' | ServiceUdpMessage> = defineRule({
  id: 'missing-udp',
  summary: 'A UDP service published for TCP',
  severity: 'warning',
  minConfidence: 'certain',
  fix: 'suggested',
  since: '0.1.0',
  messages: {
    instead: '{software} listens on {port} with UDP, and this mapping carries TCP only: add /udp',
    beside: '{software} answers DNS over UDP first, and this mapping carries TCP only: publish {port}/udp too',
    ...SERVICE_UDP_MESSAGES,
  },
  *check(context) {
    yield* serviceUdp(context);
    const { facts, workspace, registry } = context;
    for (const published of publishedIn(workspace, facts.path)) {
      const { service, port, container, containerRange } = published;
      const known = service.imageName === undefined || service.isBuilt ? undefined : registry.image(service.imageName);
      if (!known || !container || !containerRange || port.mapping.protocols?.[0] !== 'tcp') continue;
      const here = known.ports.filter(({ ports }) => overlaps(ports, containerRange));
      if (!speaks(here, 'udp') || hasUdp(service, published)) continue;
      const beside = speaks(here, 'tcp');
      if (beside && (containerRange.first !== DNS || containerRange.last !== DNS)) continue;
      yield {
        at: { path: facts.path, span: port.mapping.protocolSpan ?? container.span },
        message: beside ? 'beside' : 'instead',
        data: { software: known.software, port: showRange(containerRange) },
        fixes: beside ? alsoUdpFix(facts, port) : udpFix(facts, port),
      };
    }
  },
});

function speaks(ports: readonly ImagePort[], protocol: 'tcp' | 'udp'): boolean {
  return ports.some(port => port.protocol === protocol);
}

/** A transport that a variable leaves open may be UDP. */
function hasUdp(service: ProjectService, { containerRange }: PublishedPort): boolean {
  return service.ports.some(({ mapping }) => {
    const range = writtenRange(mapping.container?.value);
    return (
      (mapping.protocols?.[0] ?? 'udp') === 'udp' &&
      range !== undefined &&
      containerRange !== undefined &&
      overlaps(range, containerRange)
    );
  });
}
