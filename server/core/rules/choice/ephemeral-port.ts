import { isWide, type Port } from '../../../../registry/port.ts';
import { isLoopback } from '../../ports/address.ts';
import { once } from '../../text/once.ts';
import { nextFreePort } from '../../workspace/freePort.ts';
import type { HostPort } from '../../workspace/hostPorts.ts';
import { defineRule, type Rule, type RuleContext } from '../rule.ts';
import { choiceFindings } from './choice.ts';
import { isSoftwaresOwn } from './softwareAt.ts';
import { systemsIn } from './systems.ts';

export const ephemeralPort: Rule<'ephemeral' | 'excluded'> = defineRule({
  id: 'ephemeral-port',
  summary: 'A fixed port among those that outgoing connections take',
  severity: 'info',
  minConfidence: 'likely',
  fix: 'suggested',
  since: '0.1.0',
  messages: {
    ephemeral: '{text}, so one of them may hold {port} when this starts: choose a port below 32768',
    // https://github.com/docker/for-win/issues/3171
    excluded:
      '{text}, and Hyper-V on Windows keeps blocks from 49152 on for itself, so {port} may be taken or forbidden when this starts: choose a port below 32768',
  },
  check(context) {
    const { registry } = context;
    const isOfRange = mediaRanges(context);
    const systemsOf = systemsIn(context);
    return choiceFindings(context, ({ taken, only, protocols }) => {
      // On the nodes of a cluster, Kubernetes gives numbers out; a range of such numbers is for media.
      if (taken.machine === 'node' || only === undefined || only < LOWEST || isOfRange(taken)) return undefined;
      // Connections to elsewhere do not meet a listener on the loopback address, but Docker Desktop's part is in the way.
      if (taken.role === 'listen' && isLoopback(taken.address)) return undefined;
      if (isSoftwaresOwn(taken)) return undefined;
      const systems = systemsOf(taken);
      const cautions = registry
        .cautions(only, protocols[0])
        .filter(({ kind, system }) => kind === 'ephemeral' && system !== undefined && systems.includes(system));
      const [caution] = cautions;
      if (!caution || isDocumented(context, only)) return undefined;
      const free = nextFreePort(context.workspace, registry, lowered(only) - 1);
      return {
        message: cautions.some(({ system }) => system === 'windows') ? 'excluded' : 'ephemeral',
        data: { port: only, text: caution.text },
        better: free,
      };
    });
  },
});

/** What a program is known for, it will not give up; the hover tells of the danger. */
function isDocumented({ registry }: RuleContext, port: Port): boolean {
  return registry.used(port).some(({ confidence, ports }) => confidence !== 'low' && !isWide(ports));
}

/** 45678 becomes 15678: below every range of outgoing connections, with digits that are easy to remember. */
function lowered(port: Port): number {
  return 10000 + (port % 10000);
}

/** Of all systems that are looked at. https://docs.kernel.org/networking/ip-sysctl.html */
const LOWEST = 32768;

/** Ranges for media are written out by some: neighbours of one service by UDP. */
function mediaRanges({ facts, workspace }: RuleContext): (taken: HostPort) => boolean {
  const key = (owner: string | undefined, number: number): string => `${owner} ${number}`;
  const isUdp = ({ protocols }: HostPort): boolean => protocols?.includes('udp') === true;
  const byUdp = once(
    () =>
      new Set(
        workspace
          .hostPorts(facts.path)
          .filter(isUdp)
          .map(({ owner, range }) => key(owner, range.first)),
      ),
  );
  return taken => isUdp(taken) && [-1, 1].some(step => byUdp().has(key(taken.owner, taken.range.first + step)));
}
