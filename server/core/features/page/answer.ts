import type { Use } from '../../../../registry/entry.ts';
import { showRange } from '../../../../registry/port.ts';
import type { PortFacts } from '../portFacts.ts';
import { listed } from '../sentence.ts';
import { byTransport, type TransportGroup } from './byTransport.ts';
import { joined, type Line, paragraph, type Section, strong } from './prose.ts';
import { countedIn, isDoubtful, isPractice, isWide } from './uses.ts';

/** "What is port N?" in two or three sentences: registered to whom, used by whom, how well that is known. */
export function answer(facts: PortFacts): Section {
  if (facts.port === 0) {
    return {
      blocks: [
        paragraph(
          'Port 0 is reserved, and no port to listen on: a program that asks for 0 gets a free port from the system. That is what a 0 in a configuration file mostly means.',
        ),
      ],
    };
  }
  return { blocks: [paragraph(...registered(facts), ' ', ...practice(facts), ...seen(facts))] };
}

function registered({ port, protocol, entries }: PortFacts): Line {
  const name = `Port ${port}${protocol === undefined ? '' : `/${protocol}`}`;
  const groups = byTransport(entries);
  const named = groups.filter(({ services }) => services.length > 0);
  const others = groups.filter(({ services }) => services.length === 0);
  if (named.length === 0) {
    const [first, ...more] = others;
    if (first === undefined || more.length === 0) return [`${name} ${first === undefined ? '' : statusOf(first)}.`];
    return [`${name}: ${others.map(group => `on ${listed(group.transports)} it ${statusOf(group)}`).join('; ')}.`];
  }
  return [
    `${name} is registered to `,
    ...joined(
      named.map(group => namesOf(group, groups.length > 1 || protocol === undefined)),
      ', ',
      ' and to ',
    ),
    ...others.map(({ transports, status }) => `; ${listed(transports)} is ${SHORT_STATUS[status]}`),
    '.',
  ];
}

/** Longer descriptions are left to the registration. */
const LONGEST_MEANING = 40;

/** `**exec** (remote process execution) for tcp` */
function namesOf({ services, meaning, transports, range }: TransportGroup, withTransports: boolean): Line {
  return [
    ...joined(
      services.map(service => [strong(service)]),
      ', ',
      ' and ',
    ),
    services.length === 1 && meaning !== '' && meaning.length <= LONGEST_MEANING ? ` (${meaning})` : '',
    range === undefined ? '' : `, as one of ${showRange(range)}${withTransports ? ',' : ''}`,
    withTransports ? ` for ${listed(transports)}` : '',
  ];
}

const SHORT_STATUS = {
  assigned: 'set aside',
  reserved: 'reserved',
  unassigned: 'unassigned',
  'not-listed': 'not listed',
  dynamic: 'never registered',
} as const;

function statusOf({ status, meaning }: TransportGroup): string {
  switch (status) {
    case 'assigned':
      return `is set aside by IANA for “${meaning}”`;
    case 'reserved':
      return meaning === '' || meaning === 'Reserved'
        ? 'is reserved by IANA: not given out'
        : `is reserved by IANA, which writes “${meaning}”`;
    case 'unassigned':
      return 'is unassigned: IANA has registered it to nobody';
    case 'not-listed':
      return 'is not listed by IANA';
    case 'dynamic':
      return 'lies in the dynamic range (49152-65535), where nothing is ever registered';
  }
}

function practice(facts: PortFacts): Line {
  const { uses, entries, sign, cautions } = facts;
  const [best, ...others] = distinct(uses.filter(isPractice));
  if (best !== undefined) return used(best, others, countedIn(facts));
  const legacy = distinct(uses.filter(use => use.standing === 'legacy' && !isWide(use) && !isDoubtful(use)));
  if (legacy.length > 0) {
    const names = legacy.slice(0, 3).map(program);
    return ['Documented uses are of older products or versions: ', ...joined(names, ', ', ' and '), '.'];
  }
  const [doubtful] = uses.filter(use => isDoubtful(use) && !isWide(use));
  if (doubtful !== undefined) return ['Only a poorly founded use is known: ', ...program(doubtful), '.'];
  const [wide] = uses;
  if (wide !== undefined) {
    const within = [strong(wide.software), ` (${showRange(wide.ports)})`];
    // What attackers have it for is said where one is warned of it.
    const kind = cautions.some(caution => caution.kind === 'abuse') ? 'ordinary program' : 'program';
    return [`No ${kind} is known to have it as its own number; it lies in a wide range of `, ...within, '.'];
  }
  const isNamed = entries.some(({ service }) => service !== undefined);
  if (!isNamed) return ['Nothing else is known of it: no program in this registry uses it.'];
  return [
    sign !== undefined && sign.seenIn.length > 0
      ? 'No other program is known to use it.'
      : 'No program is known to use it.',
  ];
}

/** So many are all named. */
const FEW = 4;

/** `counted`: how many more programs public collections know. */
function used(best: Use, others: readonly Use[], counted: number | undefined): Line {
  const known = others.length + 1;
  if (counted === undefined && known === 1) {
    const standing = best.standing === 'common' ? 'is commonly set to it' : 'uses it';
    return ['In practice ', strong(best.software), ` ${standing}${FOUNDED[best.confidence]}: ${best.purpose}.`];
  }
  if (counted === undefined && known <= FEW) {
    return ['In practice ', ...joined([best, ...others].map(program), ', ', ' and '), ' use it.'];
  }
  return [
    counted === undefined
      ? `In practice ${known} programs are known to use it; best known is `
      : `In practice about ${counted} programs of public collections take it; best known is `,
    ...program(best),
    ...(others.length === 0 ? [] : [', then ', ...joined(others.slice(0, 2).map(program), ', ', ' and ')]),
    '.',
  ];
}

const FOUNDED: Readonly<Record<Use['confidence'], string>> = {
  high: ', as its maker documents',
  medium: ', by what others document',
  low: '',
};

/** With the beginning of its purpose: what follows in brackets or after a semicolon is for the list. */
function program({ software, purpose }: Use): Line {
  return [strong(software), ` (${/^[^(;]*[^(; ]/.exec(purpose)?.[0] ?? purpose})`];
}

function distinct(uses: readonly Use[]): readonly Use[] {
  return uses.filter((use, index) => uses.findIndex(({ software }) => software === use.software) === index);
}

/** Where several sources have seen the service, and programs are named, that only lengthens the answer. */
function seen({ sign, entries, uses }: PortFacts): Line {
  if (sign === undefined || entries.every(({ service }) => service === undefined)) return [];
  const { seenIn, searched, date } = sign;
  if (seenIn.length > 1 && uses.some(isPractice)) return [];
  return seenIn.length === 0
    ? [
        ` The registered service was found by its name in none of ${searched} named sources (${date}), which is no proof of disuse.`,
      ]
    : [` The registered service was seen in ${seenIn.length} of ${searched} named sources (${date}).`];
}
