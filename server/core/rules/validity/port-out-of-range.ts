import { faultOf, type PortValue } from '../../ports/value.ts';
import { mildInTests } from '../mildInTests.ts';
import { defineRule, type Rule } from '../rule.ts';
import { findingsFromFaults } from './faults.ts';
import { resolvedFindings } from './resolvedFaults.ts';

const messages = {
  high: '{text} is no port: port numbers end at 65535',
  negative: '{text} is no port: port numbers start at 0',
  zero: 'Port 0 means any free port to other programs, but {program} refuses it here: write a number from 1 to 65535',
  resolved: '`{name}` sets {text} here, which is no port: port numbers end at 65535',
  definition: '`{name}` is set here',
} as const;

export const portOutOfRange: Rule<keyof typeof messages> = defineRule({
  id: 'port-out-of-range',
  summary: 'A number that no port can have',
  severity: 'error',
  minConfidence: 'likely',
  fix: 'none',
  since: '0.1.0',
  yieldsTo: ['malformed-port', 'ignored-listen-address'],
  messages,
  check: mildInTests(function* (context) {
    const { facts } = context;
    for (const { value, span, confidence } of facts.occurrences) {
      const fault = outOfRange(value);
      if (!fault) continue;
      yield {
        at: { path: facts.path, span },
        message: fault.first < 0 ? 'negative' : 'high',
        data: { text: fault.text },
        confidence,
      };
    }
    yield* findingsFromFaults(context, 'port-out-of-range', messages);
    yield* resolvedFindings(context, 'out-of-range');
  }),
});

function outOfRange(value: PortValue): { readonly text: string; readonly first: number } | undefined {
  const fault = faultOf(value);
  return fault?.reason === 'out-of-range' ? { text: fault.text, first: fault.first ?? 0 } : undefined;
}
