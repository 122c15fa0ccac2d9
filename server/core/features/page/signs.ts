import type { PortFacts } from '../portFacts.ts';
import { joined, link, paragraph, type Section } from './prose.ts';
import { isWide } from './uses.ts';

/** Where the registered service was seen. Sources that do not know it are no proof that nobody uses it. */
export function signs({ sign, uses, entries }: PortFacts): Section | undefined {
  if (sign === undefined || entries.every(({ service }) => service === undefined)) return undefined;
  const { seenIn, searched, sources, date } = sign;
  const names = (list: typeof sources) =>
    joined(
      list.map(({ source, url }) => [link(source, url)]),
      ', ',
      ' and ',
    );
  const blocks =
    seenIn.length === 0
      ? [paragraph(`Registered; no sign of use found in ${searched} named sources (${date}): `, ...names(sources), '.')]
      : [
          paragraph(
            `The registered service was seen in ${seenIn.length} of ${searched} named sources (${date}): `,
            ...names(seenIn),
            '.',
          ),
        ];
  const missed = seenIn.length === 0 && uses.some(use => !isWide(use));
  return {
    title: 'Sign of use',
    blocks: missed
      ? [
          ...blocks,
          paragraph(
            'They were searched for the registered service by its name; the uses above are known from elsewhere.',
          ),
        ]
      : blocks,
  };
}
