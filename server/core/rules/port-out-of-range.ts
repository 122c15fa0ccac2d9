import type { DocumentFacts } from '../facts/document.ts';
import { faultOf, type PortValue } from '../ports/value.ts';
import { covers, type Span } from '../text/span.ts';
import { defineRule, type RawFinding, type Rule } from './rule.ts';

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
  *check({ facts, workspace }) {
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
    for (const project of workspace.projectsOf(facts.path)) {
      for (const { path, mapping, environment } of project.services.flatMap(service => service.ports)) {
        if (path !== facts.path) continue;
        for (const side of [mapping.host, mapping.container]) {
          const fault = side && outOfRange(side.value);
          const definition = side?.variable === undefined ? undefined : environment.definition(side.variable);
          // The file that sets it reports it, where its key tells that it is a port.
          if (!side || !fault || !definition || isReported(workspace.facts(definition.path), definition.span)) continue;
          yield {
            at: { path: facts.path, span: side.span },
            message: 'resolved',
            data: { text: fault.text, name: definition.name },
            related: [{ path: definition.path, span: definition.span, message: 'definition' }],
          } satisfies RawFinding<Message>;
        }
      }
    }
  },
});

function outOfRange(value: PortValue): { readonly text: string; readonly first: number } | undefined {
  const fault = faultOf(value);
  return fault?.reason === 'out-of-range' ? { text: fault.text, first: fault.first ?? 0 } : undefined;
}

function isReported(facts: DocumentFacts | undefined, definition: Span): boolean {
  return facts?.occurrences.some(({ value, span }) => covers(definition, span) && outOfRange(value)) === true;
}
