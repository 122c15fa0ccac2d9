import { showRange } from '../../../../registry/port.ts';
import { nextFreePort } from '../../workspace/freePort.ts';
import { defineRule, type Rule } from '../rule.ts';
import { choiceFindings } from './choice.ts';
import { pageServers } from './servesPages.ts';

export const browserBlockedPort: Rule<'blocked'> = defineRule({
  id: 'browser-blocked-port',
  summary: 'A web service on a port that browsers refuse to open',
  severity: 'warning',
  minConfidence: 'likely',
  fix: 'suggested',
  since: '0.1.0',
  messages: {
    blocked: 'This web service is on port {port}, and {text}: move it to another port',
  },
  check(context) {
    const { registry, workspace } = context;
    const servesPages = pageServers(context);
    return choiceFindings(context, ({ taken, numbers, only, protocols }) => {
      if (!protocols.includes('tcp')) return undefined;
      for (const number of numbers) {
        const caution = registry.cautions(number, 'tcp').find(({ kind }) => kind === 'browser-blocked');
        if (!caution || !servesPages(taken)) continue;
        return {
          message: 'blocked',
          data: { text: caution.text, port: showRange(taken.range) },
          better: only === undefined ? undefined : nextFreePort(workspace, registry, only),
        };
      }
      return undefined;
    });
  },
});
