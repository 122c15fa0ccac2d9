import type { Use } from '../../../../registry/entry.ts';
import { isWide, overlaps, type Port, type Protocol } from '../../../../registry/port.ts';
import { addTo } from '../../text/addTo.ts';
import { nextFreePort } from '../../workspace/freePort.ts';
import type { HostPort } from '../../workspace/hostPorts.ts';
import { defineRule, type Rule, type RuleContext } from '../rule.ts';
import { choiceFindings } from './choice.ts';
import { isAtHome } from './softwareAt.ts';

export const registeredElsewhere: Rule<'registered'> = defineRule({
  id: 'registered-elsewhere',
  summary: 'A host port that belongs to another service, which is in use',
  severity: 'info',
  minConfidence: 'certain',
  fix: 'suggested',
  since: '0.1.0',
  yieldsTo: ['image-port-mismatch', 'browser-blocked-port', 'system-claimed-port'],
  messages: {
    registered:
      '{port} is registered to {service} and used for it by {user}, but {software} answers here: choose a number that nobody takes for {service}',
  },
  check(context) {
    const { registry, workspace } = context;
    return choiceFindings(context, ({ taken, only, protocols: [protocol = 'tcp'] }) => {
      // Ports below 1024 are mapped on purpose: it is their service that runs behind another number.
      if (only === undefined || only < 1024 || taken.machine === 'node') return undefined;
      const software = softwareBehind(context, taken);
      if (software === undefined || isAtHome(context, taken)) return undefined;
      const service = serviceInUse(context, only, protocol);
      if (!service || speaks(context, software, service)) return undefined;
      return {
        message: 'registered',
        data: { port: only, software, service: service.name, user: service.user },
        better: nextFreePort(workspace, registry, only),
      };
    });
  },
});

/**
 * The software of an image that listens on the container's side by itself. What is built here, or listens wherever its
 * configuration says, may pass the registered service on.
 */
function softwareBehind({ registry }: RuleContext, { published, image, containerRange }: HostPort): string | undefined {
  const name = published?.service.isBuilt ? undefined : image;
  const known = name === undefined ? undefined : registry.image(name);
  if (!known || known.configurable || !containerRange) return undefined;
  return known.ports.some(({ ports }) => overlaps(ports, containerRange)) ? known.software : undefined;
}

interface Service {
  readonly name: string;
  /** The best known program of its kind on the number. */
  readonly user: string;
}

/** The registered service, where independent sources have seen it and those who take the number agree on what it is for. */
function serviceInUse({ registry }: RuleContext, port: Port, protocol: Protocol): Service | undefined {
  const seen = registry.signOfUse(port, protocol)?.seenIn.length ?? 0;
  if (seen < FEWEST_SOURCES) return undefined;
  const uses = registry
    .used(port, protocol)
    .filter(({ confidence, standing, ports }) => confidence !== 'low' && standing !== 'legacy' && !isWide(ports));
  if (seen === FEWEST_SOURCES && uses.length < MANY) return undefined;
  const ofKind = new Map<string, Use[]>();
  for (const use of uses) addTo(ofKind, use.category, use);
  const [main = []] = [...ofKind.values()].toSorted((a, b) => b.length - a.length);
  const name = registry.assigned(port, protocol).find(({ status }) => status === 'assigned')?.service;
  if (name === undefined || main[0] === undefined || main.length * 3 < uses.length * 2) return undefined;
  return { name, user: main[0].software };
}

/** Of five. */
const FEWEST_SOURCES = 3;

/** As many programs make up for a source. */
const MANY = 5;

/** True where some port of the software is for the registered service: a proxy or a double of it is no stranger there. */
function speaks({ registry }: RuleContext, software: string, { name, user }: Service): boolean {
  const said = registry.ofSoftware(software).map(({ purpose }) => purpose);
  const own = words([software, ...said].join(' '));
  return words(`${name} ${user}`).some(word => !COMMON.has(word) && own.some(each => each.includes(word)));
}

function words(text: string): readonly string[] {
  return text.toLowerCase().split(/[^a-z0-9]+/);
}

const COMMON: ReadonlySet<string> = new Set(['', 'and', 'apache', 'for', 'over', 'server', 'service', 'the', 'tls']);
