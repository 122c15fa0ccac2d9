import type { PortFacts } from '../portFacts.ts';
import { listed } from '../sentence.ts';
import { SYSTEM_NAMES } from '../systems.ts';
import { byTransport } from './byTransport.ts';
import { type Item, type Line, list, type Section, strong } from './prose.ts';
import { countedIn, isPractice, programsOf } from './uses.ts';

/** From so many programs on, a number is likely to be taken on somebody's machine. */
const CROWDED = 5;
const MANY = 20;

/** What people ask of a port, as far as the data answer it. */
export function questions(facts: PortFacts): Section | undefined {
  if (facts.port === 0) return undefined;
  const asked = [ownService(facts), browser(facts), privilege(facts), transports(facts), ...taken(facts)];
  const items = asked.flatMap((each): readonly Item[] =>
    each === undefined ? [] : [{ line: [strong(each[0])], details: [each[1]] }],
  );
  return items.length === 0 ? undefined : { title: 'Questions', blocks: [list(items)] };
}

type Answered = readonly [question: string, answer: Line];

function ownService(facts: PortFacts): Answered | undefined {
  const { port, uses, entries, cautions } = facts;
  const question = `Can I use ${port} for a service of my own?`;
  const services = entries.flatMap(({ service }) => service ?? []);
  const outgoing = cautions.filter(({ kind, system }) => kind === 'ephemeral' && system !== 'freebsd');
  // Of a number that nobody knows, the top of the page says all.
  if (services.length + uses.length === 0 && outgoing.length === 0) return undefined;
  if (cautions.some(({ kind }) => kind === 'experimental'))
    return [question, ['For experiments only: it must not be the default of anything that ships.']];
  if (port < 1024) return [question, [systemPort(facts)]];
  const claimed = new Set(
    cautions.flatMap(({ kind, system }) => (kind === 'system-claimed' && system ? SYSTEM_NAMES[system] : [])),
  );
  const programs = programsOf(facts);
  const count = Math.max(programs.length, countedIn(facts) ?? 0);
  const isCrowded = count >= CROWDED;
  const but = [
    ...(isCrowded ? [`${count < MANY ? 'several' : 'many'} programs take it, so it is often taken already`] : []),
    ...(programs.length > 0 && !isCrowded ? [`${listed(programs)} may be there first`] : []),
    ...(claimed.size > 0 ? [`${listed([...claimed])} may hold it already`] : []),
    ...(outgoing.length > 0 ? ['systems give it to outgoing connections, so it can be taken when you start'] : []),
    ...(cautions.some(({ kind }) => kind === 'node-port') ? ['on a Kubernetes node it belongs to node ports'] : []),
  ];
  return [question, [but.length === 0 ? 'Yes: no program is known to take it.' : `Yes, but ${but.join(', and ')}.`]];
}

/** Where the registered service is in use, whoever connects expects it. */
function systemPort({ entries, sign }: PortFacts): string {
  const groups = byTransport(entries).flatMap(({ services: [first], transports: on }) =>
    first ? [{ first, on }] : [],
  );
  const names = new Set(groups.map(({ first }) => first));
  if (names.size === 0) return 'Better not: numbers below 1024 are for services that were agreed on.';
  const whose =
    names.size === 1 ? listed([...names]) : listed(groups.map(({ first, on }) => `${first} on ${listed(on)}`));
  return sign !== undefined && sign.seenIn.length > 0
    ? `Only for what it is registered for: clients expect ${whose} here.`
    : `Better not: numbers below 1024 are for services that were agreed on, and this one is registered to ${whose}.`;
}

function browser({ port, uses, cautions, protocol }: PortFacts): Answered | undefined {
  if (protocol !== undefined && protocol !== 'tcp') return undefined;
  const question = `Does a browser open pages on ${port}?`;
  const blocked = cautions.find(({ kind }) => kind === 'browser-blocked');
  if (blocked !== undefined)
    return [question, ['No: see Beware. Other programs, such as curl, are not bound by that.']];
  const best = uses.filter(use => isPractice(use) && use.protocols.includes('tcp')).slice(0, 3);
  const isWeb = best.some(({ purpose }) => WEB.test(purpose));
  return isWeb ? [question, ['Yes: it is not among the ports that browsers refuse.']] : undefined;
}

const WEB = /\b(?:web|https?|ui|dashboard|site|page)\b/i;

function privilege({ port, uses, entries }: PortFacts): Answered | undefined {
  if (port >= 1024 || (uses.length === 0 && entries.every(({ service }) => service === undefined))) return undefined;
  return [
    `Must a program be root to listen on ${port}?`,
    [
      'On Linux it needs root or the capability CAP_NET_BIND_SERVICE, unless the host allows lower numbers to all. In a container of Docker 20.10 or later it does not, except with host networking.',
    ],
  ];
}

function transports({ port, entries }: PortFacts): Answered | undefined {
  const groups = byTransport(entries).filter(({ services }) => services.length > 0);
  const [first, second] = groups;
  if (first === undefined || second === undefined) return undefined;
  const shares = first.services.some(service => second.services.includes(service));
  if (shares) return undefined;
  const says = groups.map(({ transports: on, services }) => `${listed(on)} to ${listed(services)}`);
  return [`Is ${port} on udp the same as on tcp?`, [`No: they are registered apart, ${listed(says)}.`]];
}

function taken({ port, cautions }: PortFacts): readonly Answered[] {
  return cautions.flatMap(({ kind, system }): readonly Answered[] => {
    if (kind !== 'system-claimed' || (system !== 'macos' && system !== 'windows')) return [];
    return [
      [
        `Why is ${port} taken on my ${system === 'macos' ? 'Mac' : 'Windows machine'}?`,
        ['The system itself holds it: see Beware.'],
      ],
    ];
  });
}
