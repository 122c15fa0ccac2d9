import type { SignOfUse } from './entry.ts';
import type { Protocol } from './port.ts';

/** One source of signs, under the letter by which the rows name it. */
export interface SignSource {
  readonly letter: string;
  readonly source: string;
  readonly url: string;
}

/** `5432<tab>tcp<tab>wnfsm`: the sources in which the service that is registered for 5432/tcp was seen. */
export interface Sign {
  readonly protocol: Protocol;
  readonly letters: string;
}

export function readSign(line: string): Sign {
  const [, protocol = 'tcp', letters = ''] = line.split('\t');
  return { protocol: protocol as Protocol, letters };
}

export function readSignSource(line: string): SignSource {
  const [letter = '', source = '', url = ''] = line.split('\t');
  return { letter, source, url };
}

/** The sources that any of the signs names, in their own order. */
export function signOfUse(signs: readonly Sign[], sources: readonly SignSource[], date: string): SignOfUse {
  const letters = signs.map(sign => sign.letters).join('');
  const seenIn = sources.filter(({ letter }) => letters.includes(letter)).map(({ source, url }) => ({ source, url }));
  return { seenIn, searched: sources.length, date };
}
