import type { Use } from '../../../../registry/entry.ts';
import { isWide as isWideRange, showRange } from '../../../../registry/port.ts';
import type { PortFacts } from '../portFacts.ts';
import { type Block, joined, type Line, label, list, paragraph, type Section, strong } from './prose.ts';

/** A longer list is easier to read by category. */
const SHORT = 12;

/** Who really uses the port, the best founded first; at most `most` of the first group, and half as many of others. */
export function uses({ port, protocol, uses: all }: PortFacts, most: number): Section | undefined {
  if (all.length === 0) return undefined;
  const groups = GROUPS.map(([title, holds], index) => {
    const members = all.filter(holds);
    const isAside = title === WIDE && Number.isFinite(most) && all.filter(isSound).length >= ENOUGH;
    return { title, members, shown: isAside ? [] : members.slice(0, index === 0 ? most : most / 2) };
  });
  const hidden = groups.reduce((sum, { members, shown }) => sum + members.length - shown.length, 0);
  const asked = protocol === undefined ? `${port}` : `${port}/${protocol}`;
  const more =
    hidden === 0 ? [] : [paragraph(`And ${hidden} more: portolan explain ${asked} --format markdown shows all.`)];
  return { title: 'Known uses', blocks: [...groups.flatMap(groupOf), ...more] };
}

export const isWide = ({ ports }: Use): boolean => isWideRange(ports);
/** Any doubt makes a use one of low confidence. */
export const isDoubtful = ({ confidence }: Use): boolean => confidence === 'low';

/** Founded, and of this number: today or formerly. */
export const isSound = (use: Use): boolean => !isWide(use) && !isDoubtful(use);

/** What counts in practice: founded, of today, and of this number. */
export const isPractice = (use: Use): boolean => isSound(use) && use.standing !== 'legacy';

/** The programs that use a port in practice, the best known first. */
export function programsOf({ uses: all }: PortFacts): readonly string[] {
  return [...new Set(all.filter(isPractice).map(({ software }) => software))];
}

/** How many programs were counted in public collections, where these know of more than are known here. */
export function countedIn({ crowd, uses: all }: PortFacts): number | undefined {
  if (crowd <= all.length) return undefined;
  return crowd < 100 ? crowd : 10 * Math.round(crowd / 10);
}

const isDefault = (use: Use): boolean => isSound(use) && use.standing === 'default';

const WIDE = 'Within a wide range';

/** Where so many have the number itself, a terminal need not show who has it among hundreds. */
const ENOUGH = 3;

/** Each use falls into one. */
const GROUPS: readonly (readonly [string, (use: Use) => boolean])[] = [
  ["Defaults, by their makers' word", use => isDefault(use) && use.confidence === 'high'],
  ['Defaults, as packagers and catalogues have it', use => isDefault(use) && use.confidence !== 'high'],
  ['Also common', use => isSound(use) && use.standing === 'common'],
  ['Of older products and versions', use => isSound(use) && use.standing === 'legacy'],
  [WIDE, use => isWide(use) && !isDoubtful(use)],
  ['Weakly sourced', use => isDoubtful(use) && use.doubt === undefined],
  ['Doubtful', use => use.doubt !== undefined],
];

interface Group {
  readonly title: string;
  readonly shown: readonly Use[];
}

function groupOf({ title, shown }: Group): readonly Block[] {
  if (shown.length === 0) return [];
  if (shown.length <= SHORT) return [label(title), list(shown.map(line))];
  const categories = new Map<string, Use[]>();
  for (const use of shown) categories.set(use.category, [...(categories.get(use.category) ?? []), use]);
  return [...categories].flatMap(([category, members]) => [
    label(`${title}: ${category.replaceAll('-', ' ').replace(/^ai$/, 'AI')}`),
    list(members.map(line)),
  ]);
}

function line(use: Use): Line {
  const { software, ports, protocols, since, until, purpose, doubt, evidence } = use;
  const facts = [
    protocols.join(' and '),
    ...(ports.first === ports.last ? [] : [showRange(ports)]),
    ...(since === undefined ? [] : [`since ${since}`]),
    ...(until === undefined ? [] : [`until ${until}`]),
  ];
  return [
    strong(software),
    ` (${facts.join(', ')}): ${purpose}${doubt === undefined ? '' : ` [${doubt}]`} `,
    ...joined(
      evidence.map(({ url, locator }) => [
        { kind: 'source', url, ...(locator === undefined ? {} : { locator }), beside: true },
      ]),
      ' ',
    ),
  ];
}
