import type { Caution } from '../../../../registry/entry.ts';
import type { PortFacts } from '../portFacts.ts';
import { joined, type Line, list, type Section, source } from './prose.ts';

/** What to beware of, kind by kind. */
export function cautions({ cautions: all }: PortFacts): Section | undefined {
  if (all.length === 0) return undefined;
  const ephemeral = all.filter(({ kind }) => kind === 'ephemeral');
  const claimed = all.filter(({ kind }) => kind === 'browser-blocked' || kind === 'system-claimed');
  const others = all.filter(caution => caution.kind !== 'ephemeral' && !claimed.includes(caution));
  return {
    title: 'Beware',
    blocks: [list([...claimed.map(line), ...(ephemeral.length > 0 ? [outgoing(ephemeral)] : []), ...others.map(line)])],
  };
}

function line({ text, source: url }: Caution): Line {
  return [`${text} `, source(url)];
}

/** The systems differ, and what it means does not. */
function outgoing(ephemeral: readonly Caution[]): Line {
  return [
    ...joined(
      ephemeral.map(({ text, source: url }) => [`${text} `, source(url)]),
      '; ',
    ),
    '. A fixed listener can find its number taken.',
  ];
}
