import type { RelatedPort, Relation } from '../../../../registry/entry.ts';
import type { PortFacts } from '../portFacts.ts';
import type { PageStand } from './page.ts';
import { go, type Item, joined, type Line, list, type Piece, type Section, strong } from './prose.ts';

/** Ports that go with this one, by what they have in common. */
export function related({ related: all }: PortFacts, pageLink: PageStand['pageLink']): Section | undefined {
  const where = (each: RelatedPort): Piece => go(strong(numberOf(each)), pageLink(each.port));
  const items = RELATIONS.flatMap(([relation, title]): readonly Item[] => {
    const members = all.filter(each => each.relation === relation);
    return members.length === 0 ? [] : [{ line: [`${title}:`], details: linesOf(members, relation, where) }];
  });
  return items.length === 0 ? undefined : { title: 'Related ports', blocks: [list(items)] };
}

const RELATIONS: readonly (readonly [Relation, string])[] = [
  ['secure-variant', 'With encryption'],
  ['plain-variant', 'Without encryption'],
  ['same-software', 'Other ports of the same software'],
  ['same-registrant', 'Other numbers of the same registrant'],
  ['similar-name', 'Names of one family'],
  ['same-purpose', 'For the same purpose'],
];

/** Software with several ports stands on one line. */
function linesOf(
  members: readonly RelatedPort[],
  relation: Relation,
  where: (each: RelatedPort) => Piece,
): readonly Line[] {
  if (relation !== 'same-software') return members.map(each => [where(each), ` ${named(each)}`]);
  const programs = new Map<string, RelatedPort[]>();
  for (const each of members) programs.set(each.name, [...(programs.get(each.name) ?? []), each]);
  return [...programs].map(([name, ports]) => [
    `${name}: `,
    ...joined(
      ports.map(each => [where(each), ` ${each.detail}`]),
      '; ',
    ),
  ]);
}

function numberOf({ port, protocols }: RelatedPort): string {
  return protocols.length === 0 ? `${port}` : `${port}/${protocols.join('+')}`;
}

function named({ name, detail }: RelatedPort): string {
  return detail === '' || detail.toLowerCase() === name.toLowerCase() ? name : `${name}: ${detail}`;
}
