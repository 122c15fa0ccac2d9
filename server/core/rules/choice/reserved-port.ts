import type { Port } from '../../../../registry/port.ts';
import { nextFreePort } from '../../workspace/freePort.ts';
import type { HostPort } from '../../workspace/hostPorts.ts';
import { defineRule, type Rule, type RuleContext } from '../rule.ts';
import { choiceFindings } from './choice.ts';
import { isAtHome, softwareAt } from './softwareAt.ts';

export const reservedPort: Rule<'reserved' | 'experimental'> = defineRule({
  id: 'reserved-port',
  summary: 'A port that IANA holds back',
  severity: 'hint',
  isOnlyHint: true,
  minConfidence: 'likely',
  fix: 'suggested',
  since: '0.1.0',
  messages: {
    reserved: 'IANA holds {port}/{protocol} back from all services: another number is safer',
    experimental: 'IANA keeps {port} for experiments, so nothing may ship it as a default: choose another port',
  },
  check(context) {
    const { registry, workspace } = context;
    return choiceFindings(context, ({ taken, only, protocols }) => {
      if (only === undefined) return undefined;
      const experimental = registry.cautions(only, protocols[0]).find(({ kind }) => kind === 'experimental');
      const reserved = protocols.find(protocol =>
        registry.assigned(only, protocol).every(({ status }) => status === 'reserved'),
      );
      if (!experimental && reserved === undefined) return undefined;
      // A service that needs one transport has the same number of the other held back for it.
      if (!experimental && registry.assigned(only).some(({ status }) => status === 'assigned')) return undefined;
      if (isAtHome(context, taken) || mayBeAtHome(context, taken, only)) return undefined;
      return {
        message: experimental ? 'experimental' : 'reserved',
        data: { port: only, protocol: reserved ?? protocols[0] ?? 'tcp' },
        better: nextFreePort(workspace, registry, only),
      };
    });
  },
});

/** Nobody knows what runs in an image of somebody else: it may be one of those that took the number all the same. */
function mayBeAtHome(context: RuleContext, taken: HostPort, port: Port): boolean {
  const isOwn = taken.published?.service.isBuilt === true || taken.role === 'listen';
  return !isOwn && softwareAt(context, taken).size === 0 && context.registry.isUsed(port);
}
