import { groupBy } from '../lookup/groupBy.ts';
import { shortenAssignment } from '../rows/assignment.ts';
import { writeCaution } from '../rows/cautionRow.ts';
import { writeClaim } from '../rows/claimRow.ts';
import { writeImage } from '../rows/imageRow.ts';
import { writeRemark } from '../rows/remarkRow.ts';
import { beginningOf } from '../rows/sharedUrl.ts';
import { writeUse } from '../rows/useRow.ts';
import type { RegistryTable } from '../table.ts';
import { writeAssignments } from './assignments.ts';
import { ranked } from './rank.ts';
import type { Sources } from './sources.ts';

/** The committed tables as the text that is bundled. The same tables always give the same text. */
export function encode(sources: Sources): RegistryTable {
  const { iana, uses, images, claims, signs, crowds, cautions, remarks } = sources;
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
    uses: ranked(sources)
      .map(use => writeUse(use, urls))
      .join('\n'),
    images: images.map(facts => writeImage(facts, urls)).join('\n'),
    urls: urls.join('\n'),
    claims: claims.map(writeClaim).join('\n'),
    signs: signs.lines.join('\n'),
    signSources: signs.sources.map(({ letter, source, url }) => [letter, source, url].join('\t')).join('\n'),
    signDate: signs.date,
    crowds: crowds.join('\n'),
    cautions: cautions.map(writeCaution).join('\n'),
    remarks: remarks.map(writeRemark).join('\n'),
  };
}

function sharedBeginnings(urls: readonly string[]): readonly string[] {
  const groups = [...groupBy(urls, beginningOf)].filter(([, members]) => members.length > 1);
  return groups.sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1)).map(([beginning]) => beginning);
}
