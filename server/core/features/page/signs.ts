import type { SignOfUse } from '../../../../registry/entry.ts';
import type { PortFacts } from '../portFacts.ts';
import { listed } from '../sentence.ts';
import { byTransport } from './byTransport.ts';
import { type Block, joined, type Line, link, paragraph, type Section } from './prose.ts';
import { isWide } from './uses.ts';

/** Where the registered service was seen. Sources that do not know it are no proof that nobody uses it. */
export function signs(facts: PortFacts): Section | undefined {
  const { sign, signOn, uses } = facts;
  const groups = byTransport(facts.entries).filter(({ services }) => services.length > 0);
  if (sign === undefined || groups.length === 0) return undefined;
  // What was seen of one transport says nothing of another service on the other.
  const isOne = groups.every(({ services }) => services.some(service => groups[0]?.services.includes(service)));
  const found = isOne
    ? [{ name: 'The registered service was', sign }]
    : groups.flatMap(({ services, transports }) => {
        const own = transports.map(signOn).find(each => each !== undefined && each.seenIn.length > 0);
        const name = `${listed(services)} (${listed(transports)}):`;
        return [{ name, sign: own ?? { ...sign, seenIn: [] } }];
      });
  const missed = sign.seenIn.length === 0 && uses.some(use => !isWide(use));
  const byName =
    'They were searched for the registered service by its name; the uses above are known from elsewhere, and can be that service.';
  return {
    title: 'Sign of use',
    blocks: [
      ...(sign.seenIn.length === 0 ? [notSeen(sign)] : found.map(({ name, sign: own }) => seen(name, own))),
      ...(missed ? [paragraph(byName)] : []),
    ],
  };
}

function notSeen({ searched, sources, date }: SignOfUse): Block {
  const names = namesOf(sources, sources);
  return paragraph(`Registered; no sign of use found in ${searched} named sources (${date}): `, ...names, '.');
}

function seen(name: string, { seenIn, searched, sources, date }: SignOfUse): Block {
  if (seenIn.length === 0) return paragraph(`${name} seen in none of the ${searched} named sources (${date}).`);
  const names = namesOf(seenIn, sources);
  return paragraph(`${name} seen in ${seenIn.length} of ${searched} named sources (${date}): `, ...names, '.');
}

function namesOf(list: SignOfUse['sources'], sources: SignOfUse['sources']): Line {
  const names = list.map(({ source, url }): Line => [link(named(source, url, sources), url)]);
  return joined(names, ', ', ' and ');
}

/** Of a source that is many repositories, the one in which it was seen. */
function named(source: string, url: string, sources: SignOfUse['sources']): string {
  const [, repository] = /^https:\/\/github\.com\/([^/]+\/[^/]+)/.exec(url) ?? [];
  const isPart = repository !== undefined && sources.every(each => each.url !== url);
  return isPart ? `${source}: ${repository}` : source;
}
