import type { Evidence, IsoDate, Use } from '../entry.ts';
import { EXPOSURES, STANDINGS } from '../rows/useRow.ts';
import { type Collection, confidenceOf } from './collections.ts';
import { type Fields, fieldsOf, someEvidence } from './fields.ts';
import type { JsonLine } from './jsonLines.ts';

/** A use, where it is written, and what only its rank depends on. */
export interface RankedUse extends Use {
  /** `uses/databases.jsonl:12`. */
  readonly place: string;
  /** In how many independent catalogues, packages and policies the use was seen besides. */
  readonly sightings: number;
}

/** Reads one line of `uses/<category>.jsonl`; undefined where a problem was reported. */
export function parseUse(
  line: JsonLine,
  category: string,
  collections: readonly Collection[],
  report: (message: string) => void,
): RankedUse | undefined {
  const fields = fieldsOf(line, KEYS, report);
  const software = fields.text('software');
  const ports = fields.ports();
  const protocols = fields.protocols();
  const standing = fields.oneOf('standing', STANDINGS);
  const purpose = fields.text('purpose');
  const since = fields.optional('since');
  const until = fields.optional('until');
  if (until !== undefined && standing !== 'legacy') fields.problem('what has an until is legacy');
  const exposure = line.value.exposure === undefined ? undefined : fields.oneOf('exposure', EXPOSURES);
  const images = fields.texts('images');
  const doubt = fields.optional('doubt');
  const sightings = fields.count('sightings');
  const evidence = someEvidence(evidenceOf(line.value.evidence, fields.date('seen'), fields), fields);
  if (!software || !ports || !protocols || !standing || !purpose || !evidence) return undefined;
  return {
    software,
    ports,
    protocols,
    standing,
    purpose,
    category,
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    images,
    ...(exposure === undefined ? {} : { exposure }),
    ...(doubt === undefined ? {} : { doubt }),
    confidence: confidenceOf({ evidence, sightings, ...(doubt === undefined ? {} : { doubt }) }, collections),
    evidence,
    place: line.place,
    sightings,
  };
}

const KEYS: readonly string[] = [
  'software',
  'ports',
  'protocols',
  'standing',
  'purpose',
  'since',
  'until',
  'images',
  'exposure',
  'doubt',
  'sightings',
  'evidence',
  'seen',
];

function evidenceOf(list: unknown, seen: IsoDate | undefined, fields: Fields): readonly Evidence[] {
  if (!Array.isArray(list) || seen === undefined) return [];
  return list.flatMap((item: unknown) => {
    const {
      url: address,
      locator,
      ...more
    } = typeof item === 'object' && item !== null ? (item as Record<string, unknown>) : {};
    const url = fields.url(address);
    for (const key of Object.keys(more)) fields.problem(`unknown key ${JSON.stringify(key)} in evidence`);
    if (locator !== undefined && typeof locator !== 'string') fields.problem('locator must be a text');
    return url === undefined ? [] : [{ url, ...(typeof locator === 'string' ? { locator } : {}), seen }];
  });
}
