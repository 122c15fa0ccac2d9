import { showRange } from '../../../../registry/port.ts';
import { nextFreePort } from '../../workspace/freePort.ts';
import type { HostPort } from '../../workspace/hostPorts.ts';
import { defineRule, type Rule, type RuleContext } from '../rule.ts';
import { choiceFindings } from './choice.ts';
import { isAtHome } from './softwareAt.ts';
import { systemsIn } from './systems.ts';

export const systemClaimedPort: Rule<'linux' | 'macos' | 'windows'> = defineRule({
  id: 'system-claimed-port',
  summary: 'A port on which an operating system listens itself',
  severity: 'info',
  minConfidence: 'likely',
  fix: 'suggested',
  since: '0.1.0',
  yieldsTo: ['browser-blocked-port'],
  messages: {
    linux:
      '{text}, so {port} cannot be had on all addresses there: bind the one that clients ask, or set DNSStubListener=no',
    macos: '{port} is not free on every machine: {text}; choose another port',
    windows: '{port} is not free on every machine: {text}; choose another port',
  },
  check(context) {
    const { registry, workspace } = context;
    const systemsOf = systemsIn(context);
    return choiceFindings(context, ({ taken, numbers, only, protocols }) => {
      // A cluster takes ports of its nodes by rules of the network.
      if (taken.address.kind !== 'any' || taken.machine === 'node') return undefined;
      const systems = systemsOf(taken);
      for (const number of numbers) {
        for (const { kind, system, text } of protocols.flatMap(protocol => registry.cautions(number, protocol))) {
          if (kind !== 'system-claimed' || !system || system === 'freebsd' || !systems.includes(system)) continue;
          if (system === 'windows' && isThatService(context, taken)) continue;
          const isFixable = system !== 'linux' && only !== undefined;
          return {
            message: system,
            data: { text, port: showRange(taken.range) },
            better: isFixable ? nextFreePort(workspace, registry, only) : undefined,
          };
        }
      }
      return undefined;
    });
  },
});

/** Clients of file sharing and the like know no other number, so there is nothing to choose. */
function isThatService(context: RuleContext, taken: HostPort): boolean {
  const { range, containerRange } = taken;
  return isAtHome(context, taken) || (range.first < 1024 && containerRange?.first === range.first);
}
