import type { ServiceObjectPort } from '../../facts/kubernetes.ts';
import type { Span } from '../../text/span.ts';
import { selectingServices } from '../../workspace/cluster/selectingServices.ts';
import { defineRule, type Rule } from '../rule.ts';

export const undeclaredTargetPort: Rule<'undeclared' | 'exchanged' | 'declared'> = defineRule({
  id: 'undeclared-target-port',
  summary: 'A Service that sends to a port which its pods do not declare',
  severity: 'hint',
  minConfidence: 'certain',
  fix: 'none',
  since: '0.1.0',
  messages: {
    undeclared:
      'No pod that is selected here declares {port}: that is allowed, but see that something listens there, as they declare {ports}',
    exchanged:
      'No pod that is selected here declares {port}, and they declare {own}, which is `port` here: the two look exchanged, as `targetPort` is the side of the pods',
    declared: 'What they declare begins here',
  },
  *check({ facts, workspace }) {
    for (const { service, pods } of selectingServices(workspace, facts)) {
      const ports = pods.flatMap(({ path, pod }) =>
        pod.containers.flatMap(container => container.ports.map(port => ({ path, port: port.number }))),
      );
      const [first] = ports;
      // Declaring is optional. Who declares nothing says nothing.
      if (!first) continue;
      const declared = new Set<number>(
        ports.map(({ port: { value } }) => (value.kind === 'range' ? value.range.first : 0)),
      );
      // A number that a template gives may be any.
      if (declared.has(0)) continue;
      for (const port of service.ports) {
        const target = targetOf(port);
        if (!target || declared.has(target.number)) continue;
        const own = port.number.value.kind === 'range' ? port.number.value.range.first : 0;
        const isExchanged = declared.has(own);
        yield {
          at: { path: facts.path, span: target.span },
          ...(isExchanged ? { message: 'exchanged', severity: 'info' } : { message: 'undeclared' }),
          data: { port: target.number, own, ports: [...declared].slice(0, MOST_NAMED).join(', ') },
          related: [{ path: first.path, span: first.port.span, message: 'declared' }],
        };
      }
    }
  },
});

const MOST_NAMED = 6;

/** Without `targetPort` it is `port`. */
function targetOf({
  target,
  number: { value, span },
}: ServiceObjectPort): { readonly number: number; readonly span: Span } | undefined {
  if (target) return /^\d+$/.test(target.text ?? '') ? { number: Number(target.text), span: target.span } : undefined;
  return value.kind === 'range' ? { number: value.range.first, span } : undefined;
}
