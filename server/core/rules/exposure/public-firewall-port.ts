import type { PortRange } from '../../../../registry/port.ts';
import type { FirewallRule } from '../../facts/firewallRule.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type RawFinding, type Rule, type RuleContext } from '../rule.ts';
import { type Dangerous, dangerousIn } from './dangerousPorts.ts';
import { publicSources } from './publicSources.ts';

export const publicFirewallPort: Rule<'one' | 'several' | 'all' | 'definition'> = defineRule({
  id: 'public-firewall-port',
  summary: 'A cloud firewall that lets everybody reach a data store, or a way to administer or debug',
  severity: 'warning',
  minConfidence: 'certain',
  fix: 'none',
  since: '0.1.0',
  messages: {
    one: '`{resource}` lets {source} reach port {port}, {what}: name the networks that need it',
    several:
      '`{resource}` lets {source} reach {ports}, {what} among them: name the networks that need them, or fewer ports',
    all: '`{resource}` lets {source} reach every port, whatever starts to listen on one: name the ports and the networks that need them',
    definition: '`{name}` is {value} here',
  },
  *check(context) {
    const publicSource = publicSources(context.workspace, context.facts.path);
    for (const rule of context.facts.firewallRules ?? []) {
      const source = publicSource(rule);
      if (!source) continue;
      const { written, definition } = source;
      for (const finding of judged(context, rule))
        yield {
          ...finding,
          at: { path: context.facts.path, span: finding.span },
          data: { ...finding.data, resource: rule.resource, source: `everybody (${written})` },
          related: definition
            ? [
                {
                  path: definition.path,
                  span: definition.span,
                  message: 'definition',
                  data: { name: definition.name, value: definition.value },
                },
              ]
            : [],
        };
    }
  },
});

interface Judgement extends Pick<RawFinding<'one' | 'several' | 'all'>, 'message'> {
  readonly span: Span;
  readonly data: Readonly<Record<string, string | number>>;
}

function* judged(context: RuleContext, rule: FirewallRule): Iterable<Judgement> {
  const { facts, workspace } = context;
  if (rule.protocol === 'udp') return;
  if (rule.ports.length === 0) yield { message: 'all', span: rule.span, data: {} };
  for (const { first, last } of rule.ports) {
    const from = workspace.resolve(facts.path, first).range;
    const to = last ? workspace.resolve(facts.path, last).range : from;
    if (!from || !to || from.first > to.last) continue;
    const range = { first: from.first, last: to.last };
    if (range.first <= 1 && range.last === 65535) yield { message: 'all', span: first.span, data: {} };
    else yield* ofRange(context, rule, range, first.span);
  }
}

function* ofRange({ registry }: RuleContext, rule: FirewallRule, range: PortRange, span: Span): Iterable<Judgement> {
  const found = dangerousIn(registry, range, [rule.resource, ...rule.words]);
  const [worst, second] = found;
  // Of a wide range, such as that of a game's servers, one or two such numbers are in it by chance.
  if (!worst || (range.last - range.first > WIDE && found.length < MANY)) return;
  if (range.first === range.last) yield { message: 'one', span, data: { port: range.first, what: worst.what } };
  else
    yield {
      message: 'several',
      span,
      data: {
        ports: `the ports ${range.first} to ${range.last}`,
        what: [worst, second].flatMap(each => (each ? [named(each)] : [])).join(' and '),
      },
    };
}

const WIDE = 100;
const MANY = 3;

function named({ port, what }: Dangerous): string {
  return `${port} (${what})`;
}
