import type { SignOfUse } from '../entry.ts';
import { asProtocol, type Protocol } from '../port.ts';

/** One source of signs, under the letter by which the rows name it. */
export interface SignSource {
  readonly letter: string;
  readonly source: string;
  readonly url: string;
}

/** The sources in which the service that is registered for one (port, transport) was seen. */
export interface Sign {
  readonly protocol: Protocol;
  readonly letters: string;
  /** The place in the last of these sources, where that source is many repositories. */
  readonly url: string;
}

/** Reads `5432<tab>tcp<tab>wnfsm<tab>https://...`; undefined for any other line. */
export function readSign(line: string): Sign | undefined {
  const [, transport = '', letters = '', url = ''] = line.split('\t');
  const protocol = asProtocol(transport);
  return protocol === undefined ? undefined : { protocol, letters, url };
}

export function readSignSource(line: string): SignSource {
  const [letter = '', source = '', url = ''] = line.split('\t');
  return { letter, source, url };
}

/** The sources that any of the signs names, in their own order. */
export function signOfUse(signs: readonly Sign[], sources: readonly SignSource[], date: string): SignOfUse {
  const seenIn = sources.flatMap(({ letter, source, url }) => {
    const sign = signs.find(({ letters }) => letters.includes(letter));
    if (sign === undefined) return [];
    return [{ source, url: sign.letters.endsWith(letter) && sign.url !== '' ? sign.url : url }];
  });
  return { seenIn, searched: sources.length, sources: sources.map(({ source, url }) => ({ source, url })), date };
}
