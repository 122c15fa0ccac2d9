import type { Confidence, Evidence } from '../entry.ts';

/** Who speaks in a piece of evidence. Everybody but the maker is listed in `collections.tsv`. */
type Speaker = 'maker' | 'register' | 'package' | 'program' | 'catalogue' | 'list' | 'article';

/** A place that speaks of other people's software. */
export interface Collection {
  /** With what its URLs begin. */
  readonly prefix: string;
  readonly speaker: Speaker;
  /** Collections of one group copy from each other or share maintainers: together they are one source. */
  readonly group: string;
}

/** `collections.tsv`, where each line that is none is reported. */
export function readCollections(name: string, text: string, report: (message: string) => void): readonly Collection[] {
  let last = '';
  return text.split('\n').flatMap((line, index) => {
    if (line === '' || line.startsWith('#')) return [];
    const [prefix = '', kind = '', group = '', licence = ''] = line.split('\t');
    const speaker = SPEAKERS.find(known => known === kind);
    if (speaker === undefined || !/^https?:\/\/\S+$/.test(prefix) || group === '' || licence === '') {
      report(`${name}:${index + 1}: not a collection: ${line}`);
      return [];
    }
    if (prefix.toLowerCase() <= last) report(`${name}:${index + 1}: not sorted, or twice`);
    last = prefix.toLowerCase();
    return [{ prefix, speaker, group }];
  });
}

const SPEAKERS: readonly Speaker[] = ['register', 'package', 'program', 'catalogue', 'list', 'article'];

/** Who speaks under this URL, and the group that counts once; a maker is a group of his own. */
function speakerOf(url: string, collections: readonly Collection[]): Omit<Collection, 'prefix'> {
  const found = collections.find(({ prefix }) => url.startsWith(prefix));
  return found ?? { speaker: 'maker', group: url };
}

/**
 * high: the maker says so. medium: a register, packager or program does, or two independent sources agree. low: one
 * catalogue, only lists or articles, or a doubt.
 */
export function confidenceOf(
  use: { readonly evidence: readonly Evidence[]; readonly sightings: number; readonly doubt?: string },
  collections: readonly Collection[],
): Confidence {
  if (use.doubt !== undefined) return 'low';
  const speakers = use.evidence.map(({ url }) => speakerOf(url, collections));
  if (speakers.some(({ speaker }) => speaker === 'maker')) return 'high';
  if (speakers.some(({ speaker }) => TRUSTED.has(speaker))) return 'medium';
  const shown = new Set(speakers.filter(({ speaker }) => speaker === 'catalogue').map(({ group }) => group));
  return Math.max(shown.size, shown.size > 0 ? use.sightings : 0) > 1 ? 'medium' : 'low';
}

const TRUSTED: ReadonlySet<Speaker> = new Set<Speaker>(['register', 'package', 'program']);
