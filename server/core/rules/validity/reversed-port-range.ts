import { faultOf } from '../../ports/value.ts';
import { mildInTests } from '../mildInTests.ts';
import { defineRule, type RawFinding, type Rule, type RuleContext } from '../rule.ts';
import { policyRanges } from './policyRanges.ts';
import { type PortPair, portPairs } from './portPairs.ts';
import { resolvedFindings } from './resolvedFaults.ts';

type Message = 'reversed' | 'pair' | 'upper' | 'resolved' | 'definition';

export const reversedPortRange: Rule<Message> = defineRule({
  id: 'reversed-port-range',
  summary: 'A range whose first port is above its last',
  severity: 'error',
  minConfidence: 'likely',
  fix: 'safe',
  since: '0.1.0',
  yieldsTo: ['malformed-port', 'ignored-listen-address'],
  messages: {
    reversed: 'The range {text} runs backwards, and what reads it refuses it: write {swapped}',
    pair: 'The range from {first} to {last} runs backwards and holds no port: write the lower one first',
    upper: 'It ends here, at {last}',
    resolved: '`{name}` sets the range {text} here, which runs backwards, and what reads it refuses it',
    definition: '`{name}` is set here',
  },
  check: mildInTests(function* (context) {
    yield* writtenRanges(context);
    for (const pair of [...portPairs(context.facts), ...policyRanges(context.facts)])
      yield* reversedPair(context, pair);
    yield* resolvedFindings(context, 'reversed');
  }),
});

function* writtenRanges({ facts }: RuleContext): Iterable<RawFinding<Message>> {
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
}

/** A number of its own at each end, which only together are wrong. Which of them is mistyped nobody knows. */
function* reversedPair({ facts }: RuleContext, { lower, upper }: PortPair): Iterable<RawFinding<Message>> {
  if (lower.value.kind !== 'range' || upper.value.kind !== 'range') return;
  const { first } = lower.value.range;
  const { last } = upper.value.range;
  // Two zeros, and a zero at one end, mean no port or any.
  if (first <= last || last === 0) return;
  const { path } = facts;
  yield {
    at: { path, span: lower.span },
    message: 'pair',
    data: { first, last },
    confidence: lower.confidence === 'certain' ? upper.confidence : lower.confidence,
    related: [{ path, span: upper.span, message: 'upper', data: { last } }],
    fixes:
      lower.editable && upper.editable
        ? [
            {
              title: 'Swap the ends of the range',
              safety: 'suggested',
              edits: [
                { path, span: lower.span, newText: String(last) },
                { path, span: upper.span, newText: String(first) },
              ],
            },
          ]
        : [],
  };
}
