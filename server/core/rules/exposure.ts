import type { Exposure, Use } from '../../../registry/entry.ts';
import { showRange } from '../../../registry/port.ts';
import { isLoopback, isPrivate, showAddress } from '../ports/address.ts';
import type { ProjectService } from '../workspace/composeProject.ts';
import { imageUses } from '../workspace/imageUses.ts';
import { publishedIn } from '../workspace/publishedIn.ts';
import type { PublishedPort } from '../workspace/publishedPorts.ts';
import { serviceImage } from '../workspace/serviceImage.ts';
import { loopbackFix } from './mappingFixes.ts';
import type { RawFinding, RuleContext } from './rule.ts';

/** The findings of a rule about published ports that deserve care, one for each port whose gravest exposure is in `kinds`. */
export function* exposureFindings<M extends string>(
  context: RuleContext,
  kinds: readonly Exposure[],
  message: M,
): Iterable<RawFinding<M>> {
  for (const published of publishedIn(context.workspace, context.facts.path)) {
    const { address } = published.port.mapping.binding;
    if (address.kind === 'unknown' || address.kind === 'host' || isLoopback(address) || isPrivate(address)) continue;
    const use = gravest(usesOf(context, published));
    if (!use?.exposure || !kinds.includes(use.exposure)) continue;
    if (use.exposure === 'unauthenticated-api' && asksForCertificates(context, published.service)) continue;
    const { host, hostRange, service } = published;
    yield {
      at: { path: context.facts.path, span: host.span },
      message,
      data: {
        port: showRange(hostRange),
        software: use.software,
        purpose: use.purpose,
        service: service.name,
        address: showAddress(address),
      },
      fixes: loopbackFix(context.facts, published.port),
    };
  }
}

/** What the service's image answers with on the container side of the mapping. */
function usesOf({ workspace, registry }: RuleContext, published: PublishedPort): readonly Use[] {
  const { service, containerRange, port } = published;
  const image = serviceImage(workspace, service);
  if (image === undefined || !containerRange) return [];
  const { protocols } = port.mapping;
  return imageUses(registry, image, containerRange).filter(
    use => use.confidence !== 'low' && use.protocols.some(protocol => protocols?.includes(protocol)),
  );
}

/** TLS or a login is switched on by a variable or on the command line; `DOCKER_TLS_CERTDIR=` switches it off. */
function asksForCertificates({ workspace }: RuleContext, { variables, declarations }: ProjectService): boolean {
  const telling = [...variables].some(
    ([name, value]) =>
      /TLS|CERT|SSL|ROOT_PASSWORD/i.test(name) && (value === undefined || !/^(?:|0|false|no|off)$/i.test(value)),
  );
  const commands = declarations.map(({ path, service: { command } }) =>
    command ? (workspace.facts(path)?.text.slice(command.start, command.end) ?? '') : '',
  );
  return telling || commands.some(text => /--(?:tlsverify\b|[\w-]{0,40}cert)|https:/i.test(text));
}

const GRAVEST_FIRST: readonly Exposure[] = ['unauthenticated-api', 'datastore', 'console', 'debugger'];

function gravest(uses: readonly Use[]): Use | undefined {
  for (const exposure of GRAVEST_FIRST) {
    const found = uses.find(use => use.exposure === exposure);
    if (found) return found;
  }
  return undefined;
}
