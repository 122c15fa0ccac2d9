import type { Evidence, ImageFacts, ImagePort, IsoDate } from '../entry.ts';
import { asProtocol, readRange, showRange } from '../port.ts';
import { expandUrl, shortenUrl } from './sharedUrl.ts';

/** One image on one line of the table; `*` marks a port that the image declares itself, tcp is left out. */
export function writeImage(facts: ImageFacts, urls: readonly string[]): string {
  const ports = facts.ports.map(
    ({ ports, protocol, declared }) =>
      `${declared ? '*' : ''}${showRange(ports)}${protocol === 'tcp' ? '' : `/${protocol}`}`,
  );
  return [
    facts.image,
    facts.software,
    `${facts.configurable ? 'configurable' : ''}${facts.complete ? 'complete' : ''}`,
    ports.join(' '),
    facts.evidence[0].seen,
    ...facts.evidence.map(({ url }) => shortenUrl(url, urls)),
  ].join('\t');
}

/** Reads what `writeImage` wrote; undefined for any other line. */
export function readImage(line: string, urls: readonly string[]): ImageFacts | undefined {
  const [image = '', software = '', marks = '', ports = '', seen = '', ...sources] = line.split('\t');
  const [evidence, ...further] = sources.map((url): Evidence => ({ url: expandUrl(url, urls), seen: seen as IsoDate }));
  if (evidence === undefined) return undefined;
  return {
    image,
    software,
    configurable: marks.includes('configurable'),
    complete: marks.includes('complete'),
    ports: ports.split(' ').flatMap(text => readImagePort(text) ?? []),
    evidence: [evidence, ...further],
  };
}

/** `5432`, `*5432`, `51820/udp`. */
function readImagePort(text: string): ImagePort | undefined {
  const [range = '', transport = 'tcp'] = text.replace(/^\*/, '').split('/');
  const ports = readRange(range);
  const protocol = asProtocol(transport);
  return ports === undefined || protocol === undefined
    ? undefined
    : { ports, protocol, declared: text.startsWith('*') };
}
