import type { Exposure, Use } from '../../../../registry/entry.ts';
import { showRange } from '../../../../registry/port.ts';
import { showAddress } from '../../ports/address.ts';
import type { ProjectService } from '../../workspace/compose/composeProject.ts';
import { imageUses } from '../../workspace/containers/imageUses.ts';
import type { HostPort } from '../../workspace/hostPorts.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { RawFinding, RuleContext } from '../rule.ts';
import { denialsBeside } from './denials.ts';
import { exposureSeverities } from './exposureSeverities.ts';
import { loopbackFix } from './loopbackFix.ts';
import { type ReachedPort, reachedPorts } from './reachedPorts.ts';

/** The findings of a rule about published ports that deserve care, one for each port whose gravest exposure is in `kinds`. */
export function* exposureFindings(
  context: RuleContext,
  kinds: readonly Exposure[],
): Iterable<RawFinding<'published' | 'podman' | 'node' | 'denied'>> {
  const denials = context.shared(denialsBeside);
  const asksForCertificates = certificateSigns(context);
  const severityOf = exposureSeverities(context);
  for (const port of context.shared(reachedPorts)) {
    const use = gravest(usesOf(context, port));
    if (!use?.exposure || !kinds.includes(use.exposure)) continue;
    if (use.exposure === 'unauthenticated-api' && asksForCertificates(port)) continue;
    const severity = severityOf(port, { ...use, exposure: use.exposure });
    yield {
      at: { path: context.facts.path, span: port.span },
      message: MESSAGES.get(context.facts.format) ?? 'published',
      ...(severity && { severity }),
      data: {
        port: showRange(port.range),
        software: use.software,
        purpose: use.purpose,
        service: port.name,
        address: showAddress(port.address),
      },
      related: denials(port.range).map(place => ({
        ...place,
        message: 'denied',
        data: { port: showRange(port.range) },
      })),
      fixes: loopbackFix(context.facts, port),
    };
  }
}

/** Podman without root publishes behind the host's firewall, and Nomad on one address of the node. */
const MESSAGES: ReadonlyMap<string, 'podman' | 'node'> = new Map([
  ['quadlet', 'podman'],
  ['nomad', 'node'],
]);

/** What the image answers with on the container side of the mapping. */
export function usesOf({ registry }: RuleContext, { image, containerRange, protocols }: HostPort): readonly Use[] {
  if (image === undefined || !containerRange) return [];
  return imageUses(registry, image, containerRange).filter(
    use => use.confidence !== 'low' && use.protocols.some(protocol => protocols?.includes(protocol)),
  );
}

/** Tells where TLS or a login is switched on by a variable or on the command line. */
function certificateSigns({ facts, workspace }: RuleContext): (port: ReachedPort) => boolean {
  // The same for all ports of a service, and of a file that is not of Compose.
  const known = new Map<ProjectService | undefined, boolean>();
  return ({ published }) => {
    const service = published?.service;
    const has =
      known.get(service) ??
      (service ? hasSigns(workspace, service) : SWITCH.test(facts.text) || WORDS.test(facts.text));
    known.set(service, has);
    return has;
  };
}

function hasSigns(workspace: Snapshot, { variables, declarations }: ProjectService): boolean {
  // `DOCKER_TLS_CERTDIR=` switches it off.
  const telling = [...variables].some(
    ([name, value]) =>
      /TLS|CERT|SSL|ROOT_PASSWORD/i.test(name) && (value === undefined || !/^(?:|0|false|no|off)$/i.test(value)),
  );
  const commands = declarations.map(({ path, service: { command } }) =>
    command ? (workspace.facts(path)?.text.slice(command.start, command.end) ?? '') : '',
  );
  return telling || commands.some(text => SWITCH.test(text));
}

const WORDS = /\btls|cert/i;

const SWITCH = /--(?:tlsverify\b|[\w-]{0,40}cert)|https:/i;

const GRAVEST_FIRST: readonly Exposure[] = ['unauthenticated-api', 'datastore', 'console', 'debugger'];

function gravest(uses: readonly Use[]): Use | undefined {
  for (const exposure of GRAVEST_FIRST) {
    const found = uses.find(use => use.exposure === exposure);
    if (found) return found;
  }
  return undefined;
}
