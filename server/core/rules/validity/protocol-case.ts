import { defineRule, type Rule } from '../rule.ts';
import { findingsFromFaults } from './faults.ts';

const messages = {
  upper: '`{text}` is written in capitals, which the checks of Docker warn of at each build: write {lower}',
} as const;

export const protocolCase: Rule<keyof typeof messages> = defineRule({
  id: 'protocol-case',
  summary: 'A protocol in capitals in `EXPOSE`',
  severity: 'info',
  minConfidence: 'certain',
  fix: 'safe',
  since: '0.1.0',
  messages,
  check: context => findingsFromFaults(context, 'protocol-case', messages),
});
