import type { PortOccurrence } from '../../ports/occurrence.ts';
import { writtenRange } from '../../ports/value.ts';
import { mildInTests } from '../mildInTests.ts';
import { defineRule, type RawFinding, type Rule, type RuleContext } from '../rule.ts';

type Message = 'port';

export const srvUrlWithPort: Rule<Message> = defineRule({
  id: 'srv-url-with-port',
  summary: 'A port in a `mongodb+srv` URL',
  severity: 'error',
  minConfidence: 'certain',
  fix: 'safe',
  since: '0.1.0',
  messages: {
    port: 'A `mongodb+srv` URL takes no port, as DNS tells the ports of its hosts, and drivers refuse :{port}: leave it out',
  },
  check: mildInTests(function* (context) {
    for (const port of context.facts.occurrences) {
      if (port.scheme === 'mongodb+srv' && writtenRange(port.value)) yield finding(context, port);
    }
  }),
});

function finding({ facts }: RuleContext, { span, editable, expression }: PortOccurrence): RawFinding<Message> {
  const { path, text } = facts;
  const withColon = { start: span.start - 1, end: span.end };
  const canRemove = editable && !expression && text[withColon.start] === ':';
  return {
    at: { path, span },
    message: 'port',
    data: { port: text.slice(span.start, span.end) },
    fixes: canRemove
      ? [{ title: 'Leave out the port', safety: 'safe', edits: [{ path, span: withColon, newText: '' }] }]
      : [],
  };
}
