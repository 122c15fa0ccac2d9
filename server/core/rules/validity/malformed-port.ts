import { mildInTests } from '../mildInTests.ts';
import { defineRule, type RawFinding, type Rule, type RuleContext } from '../rule.ts';
import { findingsFromFaults } from './faults.ts';
import { KUBERNETES_MESSAGES, type KubernetesMessage } from './kubernetesFaults.ts';
import { namedAddresses } from './namedAddresses.ts';
import { resolvedMappingFaults } from './resolvedFaults.ts';

const messages = {
  address:
    '`{text}` is no IP address, and {program} publishes on addresses only: write the IP, or leave it out for all interfaces',
  container: '`{text}` is no container port: write a number from 0 to 65535 or a range such as 8000-8010',
  host: '`{text}` is no host port: write a number from 0 to 65535 or a range such as 8000-8010',
  protocol: '`{text}` is no protocol of a port: write tcp, udp or sctp',
  missing: 'The container port is missing: write HOST:CONTAINER, or the container port alone',
  number: '`{text}` is no port: EXPOSE takes a number from 0 to 65535 or a range such as 8000-8010',
  comma: '`{text}` has a comma, which EXPOSE refuses: write a blank between ports',
  mapping:
    '`{text}` maps a port, and EXPOSE only declares the one inside: write {container}, and publish it when the container is run',
  comment: '`{text}` is no comment here, but part of the ports: a comment needs a line of its own',
  empty: 'EXPOSE names no port: write the port that the container listens on',
  star: '`{text}` names an anchor to YAML, and `*` is no address to Docker: leave it out for all interfaces',
  unquoted: '`{text}` without quotes is no text to YAML, and the file cannot be read: quote it',
  alias: '`{text}` without quotes names an anchor to YAML, and the file cannot be read: quote it',
  hostless: '`{text}` has no address before its port, and {program} refuses it: write {instead}',
  'protocol-behind': '`{text}` has a protocol behind its port, and {program} refuses it: write {instead}',
  variable: '{program} fills in no variable here, and refuses `{text}`: write the number',
  list: '`{text}` is a list, and {program} takes one address here: write a line for each',
  brackets: '`{text}` is an IPv6 address without brackets, and {program} refuses it: write {instead}',
  colonless: '`{text}` without a colon is an address to {program}, which refuses it as it has no port: write {instead}',
  portless: '`{text}` has no port, and {program} refuses an address without one: write it behind a colon',
  range: '`{text}` is a range, and {program} takes one port here: write a line for each',
  scheme: '`{text}` is a URL, and {program} takes HOST:PORT here: write the scheme as `scheme:` of the job',
  definition: '`{name}` is set to {value} here',
} as const;

export const malformedPort: Rule<keyof typeof messages | KubernetesMessage> = defineRule({
  id: 'malformed-port',
  summary: 'A port that the program which reads the file refuses',
  severity: 'error',
  minConfidence: 'certain',
  fix: 'safe',
  since: '0.1.0',
  messages: { ...messages, ...KUBERNETES_MESSAGES },
  check: mildInTests(function* (context) {
    for (const finding of findingsFromFaults(context, 'malformed-port', messages))
      yield finding.message === 'address' ? withAddress(context, finding) : finding;
    for (const { span, text } of namedAddresses(context.facts)) {
      const at = { path: context.facts.path, span };
      yield withAddress(context, { at, message: 'address', data: { text, program: 'the container engine' } });
    }
    yield* findingsFromFaults(context, 'malformed-port', KUBERNETES_MESSAGES);
    for (const { fault, definition } of resolvedMappingFaults(context)) {
      const { kind, span, text } = fault;
      if (kind === 'unequal') continue;
      const { name, value } = definition;
      yield {
        at: { path: context.facts.path, span },
        message: kind,
        data: { text, program: 'Docker', name, value },
        related: [{ path: definition.path, span: definition.span, message: 'definition' }],
      };
    }
  }),
});

/** What `localhost` stands for is known. */
function withAddress<M extends string>({ facts }: RuleContext, finding: RawFinding<M>): RawFinding<M> {
  const { at } = finding;
  if (facts.text.slice(at.span.start, at.span.end) !== 'localhost') return finding;
  return {
    ...finding,
    fixes: [{ title: 'Write 127.0.0.1', safety: 'safe', edits: [{ ...at, newText: '127.0.0.1' }] }],
  };
}
