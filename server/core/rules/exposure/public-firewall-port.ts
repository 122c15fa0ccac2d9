import type { PortRange } from '../../../../registry/port.ts';
import type { FirewallRule } from '../../facts/firewallRule.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type RawFinding, type Rule, type RuleContext } from '../rule.ts';
import { type Dangerous, dangerousIn } from './dangerousPorts.ts';
import { placeOf } from './placeOf.ts';
import { publicSources } from './publicSources.ts';

export const publicFirewallPort: Rule<'one' | 'several' | 'all' | 'definition'> = defineRule({
  id: 'public-firewall-port',
  summary: 'A cloud firewall that lets everybody reach a data store, or a way to administer or debug',
  severity: 'warning',
  minConfidence: 'certain',
  fix: 'none',
  since: '0.1.0',
  messages: {
    one: '`{resource}`{when} lets {source} reach port {port}, {what}: name the networks that need it',
    several:
      '`{resource}`{when} lets {source} reach {ports}, {what} among them: name the networks that need them, or fewer ports',
    all: '`{resource}`{when} lets {source} reach every port, whatever starts to listen on one: name the ports and the networks that need them',
    definition: '`{name}` is {value} here',
  },
  *check(context) {
    const { facts, workspace } = context;
    const publicSource = publicSources(workspace, facts.path);
    const isForTrial = facts.firewallRules !== undefined && placeOf(workspace, facts.path) !== undefined;
    for (const rule of facts.firewallRules ?? []) {
      const source = publicSource(rule);
      if (!source) continue;
      const { written, definition } = source;
      const isDefault = definition !== undefined && ASKS.has(facts.format);
      for (const { isMeant, span, ...finding } of judged(context, rule))
        yield {
          ...finding,
          // Worth knowing, but somebody has to say so first, or wants it so.
          ...((isMeant || isDefault || isForTrial || rule.isConditional) && { severity: 'info' }),
          at: { path: context.facts.path, span },
          data: {
            ...finding.data,
            resource: rule.resource,
            when: rule.isConditional ? ', where it is switched on,' : '',
            source: `everybody (${written}${isDefault ? ' by default' : ''})`,
          },
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

/** Whoever deploys such a template is asked for its parameters, with the defaults filled in. */
const ASKS: ReadonlySet<string> = new Set(['cloudformation', 'arm', 'bicep']);

interface Judgement extends Pick<RawFinding<'one' | 'several' | 'all'>, 'message'> {
  readonly span: Span;
  /** By its name it is there to be reached. */
  readonly isMeant: boolean;
  readonly data: Readonly<Record<string, string | number>>;
}

function* judged(context: RuleContext, rule: FirewallRule): Iterable<Judgement> {
  const { facts, workspace } = context;
  if (rule.protocol === 'udp') return;
  // The listeners of a load balancer are all that it answers on.
  const all = { message: 'all', isMeant: isCalled(context, rule, BALANCER), data: {} } as const;
  if (rule.ports.length === 0) yield { ...all, span: rule.span };
  for (const { first, last } of rule.ports) {
    const from = workspace.resolve(facts.path, first).range;
    const to = last ? workspace.resolve(facts.path, last).range : from;
    if (!from || !to || from.first > to.last) continue;
    const range = { first: from.first, last: to.last };
    if (range.first <= 1 && range.last === 65535) yield { ...all, span: first.span };
    else yield* ofRange(context, rule, range, first.span);
  }
}

function* ofRange(context: RuleContext, rule: FirewallRule, range: PortRange, span: Span): Iterable<Judgement> {
  const found = dangerousIn(context.registry, range, [rule.resource, ...rule.words]);
  const [worst, second] = found;
  // Of a wide range, such as that of a game's servers, one or two such numbers are in it by chance.
  if (!worst || (range.last - range.first > WIDE && found.length < MANY)) return;
  const isMeant = found.every(({ port }) => SHELLS.has(port)) && isCalled(context, rule, ENTRANCE);
  if (range.first === range.last)
    yield { message: 'one', span, isMeant, data: { port: range.first, what: worst.what } };
  else
    yield {
      message: 'several',
      span,
      isMeant,
      data: {
        ports: `the ports ${range.first} to ${range.last}`,
        what: [worst, second].flatMap(each => (each ? [named(each)] : [])).join(' and '),
      },
    };
}

function isCalled({ facts }: RuleContext, { resource, words, about }: FirewallRule, name: RegExp): boolean {
  return [resource, ...words, ...about, facts.path.split('/').at(-1) ?? ''].some(text => name.test(text));
}

const BALANCER = /[Ll]oad[ _-]?[Bb]alancer|(?<![a-zA-Z])(?:[ane]?lb|[ANE]?LB)(?![a-z])/;

const ENTRANCE = /bastion|jump[ _-]?(?:host|box|server)|honeypot/i;

const SHELLS: ReadonlySet<number> = new Set([22, 3389]);

const WIDE = 100;
const MANY = 3;

function named({ port, what }: Dangerous): string {
  return `${port} (${what})`;
}
