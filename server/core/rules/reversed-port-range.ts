import { faultOf } from '../ports/value.ts';
import { resolvedFindings } from './resolvedFaults.ts';
import { defineRule, type Rule } from './rule.ts';

export const reversedPortRange: Rule<'reversed' | 'resolved' | 'definition'> = defineRule({
  id: 'reversed-port-range',
  summary: 'A range whose first port is above its last',
  severity: 'error',
  minConfidence: 'likely',
  fix: 'safe',
  since: '0.1.0',
  messages: {
    reversed: 'The range {text} runs backwards, and what reads it refuses it: write {swapped}',
    resolved: '`{name}` sets the range {text} here, which runs backwards, and what reads it refuses it',
    definition: '`{name}` is set here',
  },
  *check(context) {
    const { facts } = context;
    for (const { value, span, editable, confidence } of facts.occurrences) {
      const fault = faultOf(value);
      if (fault?.reason !== 'reversed' || fault.first === undefined || fault.last === undefined) continue;
      const at = { path: facts.path, span };
      const written = fault.text;
      const separator = written.replace(/^\d+|(?<!\d)\d+$/g, '');
      const swapped = `${fault.last}${separator}${fault.first}`;
      yield {
        at,
        message: 'reversed',
        data: { text: written, swapped },
        confidence,
        fixes: editable ? [{ title: `Write ${swapped}`, safety: 'safe', edits: [{ ...at, newText: swapped }] }] : [],
      };
    }
    yield* resolvedFindings(context, 'reversed');
  },
});
