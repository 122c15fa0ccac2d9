import { shortenAssignment } from '../assignment.ts';
import { writeClaim } from '../claimRow.ts';
import { groupBy } from '../groupBy.ts';
import { writeImage } from '../imageRow.ts';
import { sizeOf } from '../port.ts';
import { beginningOf } from '../sharedUrl.ts';
import type { RegistryTable } from '../table.ts';
import { STANDINGS, writeUse } from '../useRow.ts';
import { writeAssignments } from './assignments.ts';
import type { RankedUse } from './parseUse.ts';
import type { Sources } from './sources.ts';

/** The committed tables as the text that is bundled. The same tables always give the same text. */
export function encode({ iana, uses, images, claims, signs, crowds }: Sources): RegistryTable {
  const rows = writeAssignments(iana)
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'));
  const isRange = (line: string): boolean => /^\d+-/.test(line);
  const urls = sharedBeginnings([...uses, ...images].flatMap(({ evidence }) => evidence.map(({ url }) => url)));
  return {
    iana: iana.date,
    assignments: rows
      .filter(line => !isRange(line))
      .map(shortenAssignment)
      .join('\n'),
    ranges: rows.filter(isRange).map(shortenAssignment).join('\n'),
    uses: uses
      .toSorted(byRank)
      .map(use => writeUse(use, urls))
      .join('\n'),
    images: images.map(facts => writeImage(facts, urls)).join('\n'),
    urls: urls.join('\n'),
    claims: claims.map(writeClaim).join('\n'),
    signs: signs.lines.join('\n'),
    signSources: signs.sources.map(({ letter, source, url }) => [letter, source, url].join('\t')).join('\n'),
    signDate: signs.date,
    crowds: crowds.join('\n'),
  };
}

/**
 * Best known first: a wide range says little of one number, then the standing, then the weight of what stands behind
 * it, then a single number before a range. The name makes the order complete.
 */
function byRank(a: RankedUse, b: RankedUse): number {
  return (
    Number(isWide(a)) - Number(isWide(b)) ||
    STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) ||
    weight(b) - weight(a) ||
    sizeOf(a.ports) - sizeOf(b.ports) ||
    (a.software < b.software ? -1 : Number(a.software > b.software)) ||
    a.ports.first - b.ports.first
  );
}

const isWide = ({ ports }: RankedUse): boolean => sizeOf(ports) > 100;

/** The maker's own word counts as much as five others that only repeat it. */
function weight({ evidence, secondary, sightings }: RankedUse): number {
  return evidence.length + sightings + (secondary ? 0 : 5);
}

function sharedBeginnings(urls: readonly string[]): readonly string[] {
  const groups = [...groupBy(urls, beginningOf)].filter(([, members]) => members.length > 1);
  return groups.sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1)).map(([beginning]) => beginning);
}
