import { findingsFromFaults } from './faults.ts';
import { defineRule, type Rule } from './rule.ts';

const messages = {
  unequal:
    'The host ports {host} and the container ports {container} differ in number, so Docker refuses the mapping: give both sides the same number of ports',
} as const;

export const unequalPortRanges: Rule<keyof typeof messages> = defineRule({
  id: 'unequal-port-ranges',
  summary: 'Host and container ranges of different length',
  severity: 'error',
  minConfidence: 'certain',
  fix: 'none',
  since: '0.1.0',
  messages,
  check: context => findingsFromFaults(context, 'unequal-port-ranges', messages),
});
