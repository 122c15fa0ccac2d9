import { defineRule, type Rule } from '../rule.ts';
import { findingsFromFaults } from './faults.ts';

const messages = {
  number: 'Unquoted {text} is the number {number} to a YAML 1.1 reader, which counts in base 60: quote it',
} as const;

export const sexagesimalPort: Rule<keyof typeof messages> = defineRule({
  id: 'sexagesimal-port',
  summary: 'An unquoted mapping that YAML 1.1 reads as a number',
  severity: 'warning',
  minConfidence: 'certain',
  fix: 'safe',
  since: '0.1.0',
  messages,
  check: context => findingsFromFaults(context, 'sexagesimal-port', messages),
});
