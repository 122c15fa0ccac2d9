import { findingsFromFaults } from './faults.ts';
import { resolvedMappingFaults } from './resolvedFaults.ts';
import { defineRule, type Rule } from './rule.ts';

const messages = {
  address:
    '`{text}` is no IP address, and Docker publishes on addresses only: write the IP, or leave it out for all interfaces',
  container: '`{text}` is no container port: write a number from 0 to 65535 or a range such as 8000-8010',
  host: '`{text}` is no host port: write a number from 0 to 65535 or a range such as 8000-8010',
  protocol: '`{text}` is no protocol of a port: write tcp, udp or sctp',
  missing: 'The container port is missing: write HOST:CONTAINER, or the container port alone',
  number: '`{text}` is no port: EXPOSE takes a number from 0 to 65535 or a range such as 8000-8010',
  comma: '`{text}` has a comma, and EXPOSE separates its ports by blanks: write none',
  mapping:
    '`{text}` maps a port, and EXPOSE only declares the one inside: write {container}, and publish it when the container is run',
  comment: '`{text}` is no comment here, but part of the ports: a comment needs a line of its own',
  empty: 'EXPOSE names no port: write the port that the container listens on',
  star: '`{text}` names an anchor to YAML, and `*` is no address to Docker: leave it out for all interfaces',
  unquoted: '`{text}` without quotes is no text to YAML, and the file cannot be read: quote it',
  definition: '`{name}` is set to {value} here',
} as const;

export const malformedPort: Rule<keyof typeof messages> = defineRule({
  id: 'malformed-port',
  summary: 'A port that the program which reads the file refuses',
  severity: 'error',
  minConfidence: 'certain',
  fix: 'safe',
  since: '0.1.0',
  messages,
  *check(context) {
    yield* findingsFromFaults(context, 'malformed-port', messages);
    for (const { fault, definition } of resolvedMappingFaults(context)) {
      const { kind, span, text } = fault;
      if (kind === 'unequal') continue;
      const { name, value } = definition;
      yield {
        at: { path: context.facts.path, span },
        message: kind,
        data: { text, name, value },
        related: [{ path: definition.path, span: definition.span, message: 'definition' }],
      };
    }
  },
});
