import type { RelatedPort, Relation } from '../../../../registry/entry.ts';
import type { PortFacts } from '../portFacts.ts';
import { go, type Item, joined, type Line, list, type Piece, type Section, strong } from './prose.ts';
import { isPractice } from './uses.ts';

/** The most other ports that are named of one program. */
const MOST_PORTS = 6;

/** The most numbers of one registrant or family. */
const MOST_NUMBERS = 4;

/** Ports that go with this one, by what they have in common: those of programs before those of registered names. */
export function related(facts: PortFacts, pageLink: (port: number) => string | undefined): Section | undefined {
  const where = (each: RelatedPort): Piece => go(strong(numberOf(each)), pageLink(each.port));
  const all = facts.related.filter(({ kind }) => kind === 'software' || isAlive(facts));
  const items = RELATIONS.flatMap(([kind, relation, title]): readonly Item[] => {
    const members = all.filter(each => each.kind === kind && each.relation === relation);
    return members.length === 0 ? [] : [{ line: [`${title}:`], details: linesOf(members, relation, where) }];
  });
  return items.length === 0 ? undefined : { title: 'Related ports', blocks: [list(items)] };
}

const RELATIONS: readonly (readonly [RelatedPort['kind'], Relation, string])[] = [
  ['software', 'secure-variant', 'With encryption'],
  ['software', 'plain-variant', 'Without encryption'],
  ['software', 'same-software', 'Other ports of the same software'],
  ['software', 'same-purpose', 'For the same purpose'],
  ['service', 'secure-variant', 'Registered for the service with encryption'],
  ['service', 'plain-variant', 'Registered for the service without encryption'],
  ['service', 'same-registrant', 'Other numbers of the same registrant'],
  ['service', 'similar-name', 'Names of one family'],
];

/** A registered service that nobody was seen to use has nothing to say where others have its number. */
function isAlive({ sign, uses }: PortFacts): boolean {
  return !uses.some(isPractice) || (sign !== undefined && sign.seenIn.length > 0);
}

function linesOf(
  members: readonly RelatedPort[],
  relation: Relation,
  where: (each: RelatedPort) => Piece,
): readonly Line[] {
  if (relation === 'same-software') return linesOfPrograms(members, where);
  const most = relation === 'same-registrant' || relation === 'similar-name' ? MOST_NUMBERS : members.length;
  const lines = members.slice(0, most).map((each): Line => [where(each), ` ${named(each)}`]);
  return members.length > most ? [...lines, ['and others']] : lines;
}

/** Software with several ports stands on one line. */
function linesOfPrograms(members: readonly RelatedPort[], where: (each: RelatedPort) => Piece): readonly Line[] {
  const names = [...new Set(members.map(({ name }) => name))];
  return names.map(name => {
    const own = members.filter(each => each.name === name);
    const shown = own.slice(0, MOST_PORTS).toSorted((a, b) => a.port - b.port);
    return [
      `${name}: `,
      ...joined(
        shown.map(each => [where(each), ` ${each.detail}`]),
        '; ',
      ),
      own.length > MOST_PORTS ? '; and others' : '',
    ];
  });
}

function numberOf({ port, protocols }: RelatedPort): string {
  return protocols.length === 0 ? `${port}` : `${port}/${protocols.join('+')}`;
}

function named({ name, detail }: RelatedPort): string {
  return detail === '' || detail.toLowerCase() === name.toLowerCase() ? name : `${name}: ${detail}`;
}
