import type { PortFacts } from '../portFacts.ts';
import { isRare } from './cautions.ts';
import { code, type Line, link, paragraph, type Section, source } from './prose.ts';

const RFC6335 = link('RFC 6335, section 6', 'https://www.rfc-editor.org/rfc/rfc6335#section-6');
const IANA = 'https://www.iana.org/assignments/service-names-port-numbers/';

/** What the range of the number means to IANA, and to a system. */
export function rangeMeaning({ port, cautions }: PortFacts): Section {
  const outgoing = isRare(cautions) ? cautions.filter(({ kind }) => kind === 'ephemeral') : [];
  const systems = outgoing.flatMap(({ text, source: url }): Line => [` ${text} `, source(url), '.']);
  return { title: 'What its range means', blocks: [paragraph(...meaning(port), ...systems)] };
}

function meaning(port: number): Line {
  if (port <= 1023)
    return [
      'One of the System Ports (0-1023), which IANA gives out after a review by the IETF (',
      RFC6335,
      '). On Linux a program needs privilege to listen below 1024, unless ',
      code('net.ipv4.ip_unprivileged_port_start'),
      ' is lower (',
      link('kernel documentation', 'https://docs.kernel.org/networking/ip-sysctl.html'),
      ').',
    ];
  if (port <= 49151)
    return [
      'One of the User Ports (1024-49151), which IANA gives out on request (',
      RFC6335,
      '). IANA asks not to use one without a registration (',
      link('registry', IANA),
      '), but nothing stops a program.',
    ];
  return [
    'One of the Dynamic Ports (49152-65535), which are never registered: they are for short-lived and private use (',
    RFC6335,
    ').',
  ];
}
