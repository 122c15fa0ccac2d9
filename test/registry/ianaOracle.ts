import { createHash } from 'node:crypto';
import type { RegistryEntry } from '../../registry/entry.ts';
import { PROTOCOLS } from '../../registry/port.ts';

/**
 * A second reading of IANA's XML, which shares nothing with the first: no XML parser, no table, no search. What it says
 * of all 65,536 numbers in each transport is kept as digests (`iana.digests.tsv`), so that the answers of the registry
 * that ships can be held against the XML, row by row, where the XML is not at hand.
 */
export interface Told {
  readonly first: number;
  readonly last: number;
  /** Empty: a row without a transport. */
  readonly protocol: string;
  /** Empty: a row without a name. */
  readonly name: string;
  /** An old spelling, kept as an alias. */
  readonly historic: boolean;
  readonly text: string;
}

/** How many numbers share a digest, so that a difference can be found. */
export const BLOCK = 256;

/** The records of the XML that have a number. */
export function recordsOf(xml: string): readonly Told[] {
  return [...xml.matchAll(/<record(?: [^>]*)?>[\s\S]*?<\/record>/g)].flatMap(([record]) => {
    const [, first, last = first] = /<number>\s*(\d+)(?:-(\d+))?\s*<\/number>/.exec(record) ?? [];
    if (first === undefined || last === undefined) return [];
    const field = (name: string): string =>
      unescaped(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(record)?.[1] ?? '');
    const date = (name: string): string => new RegExp(`<record[^>]* ${name}="([^"]*)"`).exec(record)?.[1] ?? '';
    // A note may speak of other documents than the row's own.
    const bare = record.replace(/<note>[\s\S]*?<\/note>/g, '');
    const rfcs = [...bare.matchAll(/<xref type="rfc" data="(rfc\d+)"\/>/g)].map(([, rfc = '']) => rfc.toUpperCase());
    const text = [field('description'), date('date'), date('updated'), field('unauthorized'), rfcs.join(' ')].join('|');
    const historic = /alias to [\s\S]*now historic/.test(record);
    const numbers = { first: Number(first), last: Number(last) };
    return [{ ...numbers, protocol: field('protocol'), name: field('name'), historic, text }];
  });
}

/** The digests of what the XML says, one for each block of numbers. */
export function digestsOfXml(xml: string): readonly string[] {
  const byPort = new Map<number, Told[]>();
  for (const told of recordsOf(xml)) {
    for (let port = told.first; port <= told.last; port++) byPort.set(port, [...(byPort.get(port) ?? []), told]);
  }
  return digests((port, protocol) => {
    const rows = (byPort.get(port) ?? []).filter(row => row.protocol === protocol || row.protocol === '');
    const own = rows.filter(row => row.first === row.last);
    const counted = own.length > 0 ? own : rows;
    if (counted.length === 0) return port >= 49152 ? 'dynamic' : 'not-listed';
    const kept = counted.filter(row => !row.historic);
    return written(
      counted.map(row => row.name),
      kept.map(row => `${statusOf(row)}|${row.text}`),
    );
  });
}

/** The digests of what the registry answers. */
export function digestsOfRegistry(
  assigned: (port: number, protocol: (typeof PROTOCOLS)[number]) => readonly RegistryEntry[],
): readonly string[] {
  return digests((port, protocol) => {
    const entries = assigned(port, protocol);
    const [only] = entries;
    if (only?.status === 'dynamic' || only?.status === 'not-listed') return only.status;
    const told = ({ status, description, references, ...row }: RegistryEntry): string => {
      const rfcs = references.filter(text => /^RFC\d+$/.test(text)).join(' ');
      return [status, description, row.registered, row.modified, row.unauthorizedUse, rfcs].join('|');
    };
    return written(
      entries.flatMap(({ service = '', aliases }) => [service, ...aliases]),
      entries.map(told),
    );
  });
}

function written(names: readonly string[], texts: readonly string[]): string {
  return [names.toSorted().join(' '), ...texts.toSorted()].join('\n');
}

/** `port-facts` of a row without a name: the beginning of its description says what it is. */
function statusOf({ name, text }: Told): string {
  if (name !== '' || text.startsWith('any private')) return 'assigned';
  return /^\(?unassigned/i.test(text) ? 'unassigned' : 'reserved';
}

function digests(answer: (port: number, protocol: (typeof PROTOCOLS)[number]) => string): readonly string[] {
  return Array.from({ length: 65536 / BLOCK }, (_, block) => {
    const hash = createHash('sha256');
    for (let port = block * BLOCK; port < (block + 1) * BLOCK; port++) {
      for (const protocol of PROTOCOLS) hash.update(`${port}/${protocol}\n${answer(port, protocol)}\n`);
    }
    return hash.digest('hex').slice(0, 16);
  });
}

/** As IANA's own CSV folds them; addresses within `< >` are left out, as they are from the table. */
function unescaped(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
