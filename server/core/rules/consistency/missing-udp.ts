import type { ImagePort } from '../../../../registry/entry.ts';
import { overlaps, showRange } from '../../../../registry/port.ts';
import { defineRule, type Rule } from '../rule.ts';
import { imageMappings } from './imageMappings.ts';
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
    const { facts } = context;
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
