import { showSides } from '../../ports/read/mapping.ts';
import { mildInTests } from '../mildInTests.ts';
import { defineRule, type Rule } from '../rule.ts';
import { findingsFromFaults } from './faults.ts';
import { resolvedMappingFaults } from './resolvedFaults.ts';
import { unequalMappings } from './unequalMappings.ts';

const messages = {
  unequal:
    'The host ports {host} and the container ports {container} differ in number, so {program} refuses the mapping: give both sides the same number of ports',
  definition: '`{name}` is set to {value} here',
} as const;

export const unequalPortRanges: Rule<keyof typeof messages> = defineRule({
  id: 'unequal-port-ranges',
  summary: 'Host and container ranges of different length',
  severity: 'error',
  minConfidence: 'certain',
  fix: 'none',
  since: '0.1.0',
  messages,
  check: mildInTests(function* (context) {
    yield* findingsFromFaults(context, 'unequal-port-ranges', messages);
    for (const { host, container } of unequalMappings(context.facts)) {
      yield {
        at: { path: context.facts.path, span: { start: host.span.start, end: container.span.end } },
        message: 'unequal',
        data: { ...showSides({ host, container }), program: 'the container engine' },
      };
    }
    for (const { fault, port, definition } of resolvedMappingFaults(context)) {
      if (fault.kind !== 'unequal') continue;
      const { path, span, name, value } = definition;
      yield {
        at: { path: context.facts.path, span: fault.span },
        message: 'unequal',
        data: { ...showSides(port.mapping), program: 'Docker', name, value },
        related: [{ path, span, message: 'definition' }],
      };
    }
  }),
});
