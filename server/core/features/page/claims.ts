import type { PortFacts } from '../portFacts.ts';
import { list, type Section, strong } from './prose.ts';

/** What is often said without a primary source. */
export function claims({ claims: said }: PortFacts): Section | undefined {
  if (said.length === 0) return undefined;
  return {
    title: 'Often said',
    blocks: [list(said.map(({ software, claim, note }) => [strong(software), `: ${claim} (${note})`]))],
  };
}
