import { showRange } from '../../../../registry/port.ts';
import { mildInTests } from '../mildInTests.ts';
import { defineRule, type Rule } from '../rule.ts';

/** What the API server takes unless told otherwise. https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/ */
const DEFAULT = { first: 30000, last: 32767 };

export const nodePortOutOfRange: Rule<'outside' | 'project'> = defineRule({
  id: 'node-port-out-of-range',
  summary: 'A nodePort outside the range that the cluster takes node ports from',
  severity: 'warning',
  minConfidence: 'certain',
  fix: 'none',
  since: '0.1.0',
  messages: {
    outside:
      'The API server refuses {port}, as it takes node ports from {range} unless `--service-node-port-range` says otherwise: choose one of these',
    project: 'The project takes node ports from {range}, and {port} is none of them: choose one of these',
  },
  check: mildInTests(function* ({ facts, workspace }) {
    if (!facts.kubernetes) return;
    const ports = facts.kubernetes.objects.flatMap(({ service }) => service?.ports ?? []);
    const own = ports.some(({ nodePort }) => nodePort) ? workspace.project(facts.path)?.nodePortRange : undefined;
    const { first, last } = own ?? DEFAULT;
    for (const { nodePort } of ports) {
      // 0 is none: the API server chooses.
      if (nodePort?.value.kind !== 'range' || nodePort.value.range.last === 0) continue;
      const { range } = nodePort.value;
      if ((first <= range.first && range.last <= last) || (!own && workspace.cluster().setsNodePortRange())) continue;
      yield {
        at: { path: facts.path, span: nodePort.span },
        message: own ? 'project' : 'outside',
        data: { port: showRange(range), range: `${first}-${last}` },
      };
    }
  }),
});
