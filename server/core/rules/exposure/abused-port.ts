import type { Caution } from '../../../../registry/entry.ts';
import { asPort } from '../../../../registry/port.ts';
import type { Registry } from '../../../../registry/registry.ts';
import { isLoopback } from '../../ports/address.ts';
import type { HostPort } from '../../workspace/hostPorts.ts';
import { defineRule, type Rule } from '../rule.ts';

export const abusedPort: Rule<'abused'> = defineRule({
  id: 'abused-port',
  summary: 'The default port of a backdoor or command server',
  severity: 'info',
  minConfidence: 'certain',
  fix: 'none',
  since: '0.1.0',
  yieldsTo: ['ports-with-host-network', 'unauthenticated-api-published', 'datastore-published', 'debug-port-published'],
  messages: {
    abused:
      '{port} is the {text}, so scanners look for it and intrusion detection reports it ({source}): choose another port, unless that is what runs here',
  },
  *check({ facts, workspace, registry }) {
    for (const port of workspace.hostPorts(facts.path)) {
      const caution = cautionOf(port, registry);
      if (!caution || isDocumentedUser(port, registry)) continue;
      const { text, source } = caution;
      yield {
        at: { path: facts.path, span: port.span },
        message: 'abused',
        data: { port: port.range.first, text: said(text), source },
      };
    }
  },
});

/** The doubt that other programs use the number too is no news to whoever reads it here. */
function said(text: string): string {
  const [claim = ''] = text.split('; ');
  return `${claim.slice(0, 1).toLowerCase()}${claim.slice(1)}`;
}

/** Of a single number that somebody chose. */
function cautionOf({ range, address, protocols }: HostPort, registry: Registry): Caution | undefined {
  const { first, last } = range;
  if (first !== last || isLoopback(address) || address.kind === 'unknown') return undefined;
  const caution = registry
    .cautions(first)
    .find(each => isVerified(each) && each.protocols.some(protocol => protocols?.includes(protocol) ?? true));
  return caution && !registry.isUsed(first) ? caution : undefined;
}

/** The default of a program made for abuse, and not on the word of one list alone. */
function isVerified({ kind, text }: Caution): boolean {
  return kind === 'abuse' && /^(?:Default|Second port|Further ports) of /.test(text) && !text.includes('only one');
}

/** What runs here is known to take the number, which then is no accident. */
function isDocumentedUser({ image, range, containerRange, published }: HostPort, registry: Registry): boolean {
  // Whoever made the image chose the number, and the host's only follows. Without one, Compose builds the user's own.
  if ((image !== undefined || !published) && containerRange?.first === range.first) return true;
  const software = image === undefined ? undefined : registry.image(image)?.software;
  const uses = [...registry.ofImage(image ?? ''), ...registry.ofSoftware(software ?? '')];
  const inside = containerRange?.first ?? range.first;
  const port = asPort(range.first);
  return uses.some(({ ports }) =>
    [port, inside].some(each => each !== undefined && ports.first <= each && each <= ports.last),
  );
}
