import { showRange } from '../../../../registry/port.ts';
import { nextFreePort } from '../../workspace/freePort.ts';
import type { HostPort } from '../../workspace/hostPorts.ts';
import { defineRule, type Rule, type RuleContext } from '../rule.ts';
import { choiceFindings, moveTo, systemsOf } from './choice.ts';
import { isAtHome } from './softwareAt.ts';

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
      '{port} is not free on every machine: {text}; bind the address that clients ask instead of all, or switch the stub listener off',
    macos: '{port} is not free on every machine: {text}; choose another port',
    windows: '{port} is not free on every machine: {text}; choose another port',
  },
  check(context) {
    const { registry, workspace } = context;
    return choiceFindings(context, ({ taken, numbers, only, protocols }) => {
      if (taken.address.kind !== 'any') return undefined;
      const systems = systemsOf(context, taken);
      for (const number of numbers) {
        for (const { kind, system, text } of protocols.flatMap(protocol => registry.cautions(number, protocol))) {
          if (kind !== 'system-claimed' || !system || system === 'freebsd' || !systems.includes(system)) continue;
          if (system === 'windows' && isThatService(context, taken)) continue;
          const isFixable = system !== 'linux' && only !== undefined;
          return {
            message: system,
            data: { text, port: showRange(taken.range) },
            fixes: isFixable ? moveTo(context, taken, nextFreePort(workspace, registry, only)) : [],
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
