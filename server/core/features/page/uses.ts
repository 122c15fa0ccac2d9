import type { Use } from '../../../../registry/entry.ts';
import { showRange, sizeOf } from '../../../../registry/port.ts';
import type { PortFacts } from '../portFacts.ts';
import { type Block, joined, type Line, label, list, paragraph, type Section, strong } from './prose.ts';

/** A wider range says little of one number in it. */
const WIDE = 100;

/** A longer list is easier to read by category. */
const SHORT = 12;

/** Who really uses the port, the best founded first; at most `most` of each group. */
export function uses({ port, uses: all }: PortFacts, most: number): Section | undefined {
  if (all.length === 0) return undefined;
  const blocks = GROUPS.flatMap(([title, holds]) => groupOf(title, all.filter(holds), most));
  const hidden = GROUPS.reduce((sum, [, holds]) => sum + Math.max(0, all.filter(holds).length - most), 0);
  const more =
    hidden === 0 ? [] : [paragraph(`And ${hidden} more: portolan explain ${port} --format markdown shows all.`)];
  return { title: 'Known uses', blocks: [...blocks, ...more] };
}

export const isWide = ({ ports }: Use): boolean => sizeOf(ports) > WIDE;
export const isDoubtful = ({ confidence, doubt }: Use): boolean => confidence === 'low' || doubt !== undefined;

/** What counts in practice: founded, of today, and of this number. */
export const isPractice = (use: Use): boolean => !isWide(use) && !isDoubtful(use) && use.standing !== 'legacy';

/** Founded, and of this number: today or formerly. */
export const isSound = (use: Use): boolean => !isWide(use) && !isDoubtful(use);

/** Each use falls into one. */
const GROUPS: readonly (readonly [string, (use: Use) => boolean])[] = [
  ["Makers' defaults", use => isSound(use) && use.standing === 'default'],
  ['Also common', use => isSound(use) && use.standing === 'common'],
  ['Legacy', use => isSound(use) && use.standing === 'legacy'],
  ['Within a wide range', use => isWide(use) && !isDoubtful(use)],
  ['Doubtful', isDoubtful],
];

function groupOf(title: string, all: readonly Use[], most: number): readonly Block[] {
  const shown = all.slice(0, most);
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
