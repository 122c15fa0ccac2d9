import { faultOf, type PortValue } from '../ports/value.ts';
import { resolvedFindings } from './resolvedFaults.ts';
import { defineRule, type Rule } from './rule.ts';

type Message = 'high' | 'negative' | 'resolved' | 'definition';

export const portOutOfRange: Rule<Message> = defineRule({
  id: 'port-out-of-range',
  summary: 'A number that no port can have',
  severity: 'error',
  minConfidence: 'likely',
  fix: 'none',
  since: '0.1.0',
  messages: {
    high: '{text} is no port: port numbers end at 65535',
    negative: '{text} is no port: port numbers start at 0',
    resolved: '`{name}` sets {text} here, which is no port: port numbers end at 65535',
    definition: '`{name}` is set here',
  },
  *check(context) {
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
    yield* resolvedFindings(context, 'out-of-range');
  },
});

function outOfRange(value: PortValue): { readonly text: string; readonly first: number } | undefined {
  const fault = faultOf(value);
  return fault?.reason === 'out-of-range' ? { text: fault.text, first: fault.first ?? 0 } : undefined;
}
