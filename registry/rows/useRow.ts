import type { Evidence, Exposure, IsoDate, Use } from '../entry.ts';
import { asProtocol, type Protocol, readRange, showRange } from '../port.ts';
import { expandUrl, shortenUrl } from './sharedUrl.ts';

/** One use on one line of the table: columns, then URL and locator of each piece of evidence. */
export function writeUse(use: Use, urls: readonly string[]): string {
  const evidence = use.evidence.flatMap(({ url, locator = '' }) => [shortenUrl(url, urls), locator]);
  return [
    showRange(use.ports),
    use.protocols.join(','),
    use.standing,
    use.exposure ?? '',
    use.confidence === 'high' ? '' : use.confidence,
    use.category,
    use.software,
    use.purpose,
    use.since ?? '',
    use.until ?? '',
    use.images.join(' '),
    use.doubt ?? '',
    use.evidence[0].seen,
    ...evidence,
  ].join('\t');
}

/** The columns by which a use is found. */
export const USE_COLUMN = {
  ports: 0,
  protocols: 1,
  standing: 2,
  confidence: 4,
  category: 5,
  software: 6,
  purpose: 7,
  images: 10,
} as const;

/** Reads the columns of what `writeUse` wrote; undefined for any other line. */
export function readUse(cells: readonly string[], urls: readonly string[]): Use | undefined {
  const [range = '', transports = '', level, danger, trust, category = '', software = '', purpose = ''] = cells;
  const [since = '', until = '', images = '', doubt = '', seen = '', ...sources] = cells.slice(8);
  const ports = readRange(range);
  const [protocol, ...more] = transports.split(',').flatMap(name => asProtocol(name) ?? []);
  const standing = STANDINGS.find(name => name === level);
  const exposure = EXPOSURES.find(name => name === danger);
  const [evidence, ...further] = readEvidence(sources, urls, seen);
  if (ports === undefined || protocol === undefined || standing === undefined || evidence === undefined)
    return undefined;
  return {
    software,
    ports,
    protocols: [protocol, ...more] satisfies [Protocol, ...Protocol[]],
    standing,
    purpose,
    category,
    ...(since === '' ? {} : { since }),
    ...(until === '' ? {} : { until }),
    images: images === '' ? [] : images.split(' '),
    ...(exposure === undefined ? {} : { exposure }),
    confidence: trust === 'medium' || trust === 'low' ? trust : 'high',
    ...(doubt === '' ? {} : { doubt }),
    evidence: [evidence, ...further],
  };
}

export const STANDINGS: readonly Use['standing'][] = ['default', 'common', 'legacy'];
export const EXPOSURES: readonly Exposure[] = ['datastore', 'console', 'debugger', 'unauthenticated-api'];

function readEvidence(cells: readonly string[], urls: readonly string[], seen: string): readonly Evidence[] {
  return cells.flatMap((url, index) => {
    if (index % 2 === 1) return [];
    const locator = cells[index + 1] ?? '';
    return [{ url: expandUrl(url, urls), ...(locator === '' ? {} : { locator }), seen: seen as IsoDate }];
  });
}
