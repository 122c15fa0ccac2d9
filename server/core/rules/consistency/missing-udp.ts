import type { ImagePort } from '../../../../registry/entry.ts';
import { overlaps, showRange } from '../../../../registry/port.ts';
import { writtenRange } from '../../ports/value.ts';
import { projectOf } from '../../workspace/compose/projectOf.ts';
import { hasOwnNetwork } from '../../workspace/compose/publishedPorts.ts';
import { dockerfileOf, stageChain } from '../../workspace/containers/stageChain.ts';
import { occurrencesIn } from '../../workspace/occurrencesIn.ts';
import { defineRule, type RawFinding, type Rule, type RuleContext } from '../rule.ts';
import { imageMappings, publishedForUdp } from './imageMappings.ts';
import { alsoUdpFix, udpFix } from './mappingFixes.ts';
import { SERVICE_UDP_MESSAGES, type ServiceUdpMessage, serviceUdp } from './serviceUdp.ts';

type Message = 'instead' | 'beside' | 'built' | 'exposed' | ServiceUdpMessage;

/** The one service that needs both transports: an answer too long for UDP is asked for again over TCP (RFC 7766). */
const DNS = 53;

export const missingUdp: Rule<Message> = defineRule({
  id: 'missing-udp',
  summary: 'A UDP service published for TCP',
  severity: 'warning',
  minConfidence: 'certain',
  fix: 'suggested',
  since: '0.1.0',
  messages: {
    instead: '{software} listens on {port} with UDP, and this mapping carries TCP only: add /udp',
    beside: '{software} answers DNS over UDP first, and this mapping carries TCP only: publish {port}/udp too',
    built: 'The Dockerfile of `{service}` exposes {port} for UDP only, and this mapping carries TCP only: add /udp',
    exposed: '{port}/udp is exposed here',
    ...SERVICE_UDP_MESSAGES,
  },
  *check(context) {
    yield* serviceUdp(context);
    const { facts } = context;
    // CapRover publishes for both what names neither.
    if (facts.compose && /^captainVersion[ \t]*:/m.test(facts.text)) return;
    yield* ofBuilt(context);
    for (const mapping of imageMappings(context)) {
      const { known, container, isTcp } = mapping;
      const here = isTcp ? known.ports.filter(({ ports }) => overlaps(ports, container.range)) : [];
      if (!speaks(here, 'udp')) continue;
      const beside = speaks(here, 'tcp');
      if (beside && (container.range.first !== DNS || container.range.last !== DNS)) continue;
      const started = mapping.started();
      if (!started || started.hasUdp || started.container.isBuilt) continue;
      yield {
        at: { path: facts.path, span: mapping.protocolSpan ?? container.span },
        message: beside ? 'beside' : 'instead',
        ...(started.isCommand && { severity: 'info' }),
        data: { software: known.software, port: showRange(container.range) },
        fixes: beside ? alsoUdpFix(facts, mapping) : udpFix(facts, mapping),
      };
    }
  },
});

function speaks(ports: readonly ImagePort[], protocol: 'tcp' | 'udp'): boolean {
  return ports.some(port => port.protocol === protocol);
}

/** A service whose Dockerfile says what its image would. */
function* ofBuilt({ facts, workspace }: RuleContext): Iterable<RawFinding<Message>> {
  for (const service of facts.compose ? (projectOf(workspace, facts.path)?.services ?? []) : []) {
    const dockerfile = hasOwnNetwork(service) ? dockerfileOf(workspace, service) : undefined;
    if (!dockerfile) continue;
    const exposed = stageChain(dockerfile, service.buildTarget)
      .flatMap(({ span }) => occurrencesIn(dockerfile, span))
      .filter(({ role }) => role === 'expose')
      .map(({ span, protocols, ...place }) => ({
        span,
        protocol: protocols?.[0],
        range: workspace.resolve(dockerfile.path, { span, ...place }).range,
      }));
    if (!exposed.some(({ protocol }) => protocol === 'udp')) continue;
    const forUdp = publishedForUdp(service);
    for (const port of service.ports) {
      const { container, protocols, protocolSpan, faults } = port.mapping;
      const range = writtenRange(container?.value);
      if (port.path !== facts.path || faults.length > 0 || !container || !range || protocols?.[0] !== 'tcp') continue;
      const here = exposed.filter(other => !other.range || overlaps(other.range, range));
      const [first] = here;
      if (!first || here.some(({ protocol }) => protocol !== 'udp') || forUdp.some(other => overlaps(other, range)))
        continue;
      const data = { service: service.name, port: showRange(range) };
      yield {
        at: { path: facts.path, span: protocolSpan ?? container.span },
        message: 'built',
        data,
        related: [{ path: dockerfile.path, span: first.span, message: 'exposed', data }],
        fixes: udpFix(facts, { port, container, protocolSpan }),
      };
    }
  }
}
