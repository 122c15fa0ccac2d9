import type { Caution } from '../../../../registry/entry.ts';
import type { PortFacts } from '../portFacts.ts';
import { SYSTEM_NAMES } from '../systems.ts';
import { joined, type Line, list, type Section, source } from './prose.ts';

/** What to beware of, kind by kind. */
export function cautions({ cautions: known }: PortFacts): Section | undefined {
  const ephemeral = isRare(known) ? [] : known.filter(({ kind }) => kind === 'ephemeral').toSorted(bySystem);
  const all = known.filter(caution => caution.kind !== 'ephemeral' || ephemeral.includes(caution));
  if (all.length === 0) return undefined;
  const claimed = all.filter(({ kind }) => kind === 'browser-blocked' || kind === 'system-claimed');
  const others = all.filter(caution => caution.kind !== 'ephemeral' && !claimed.includes(caution));
  return {
    title: 'Beware',
    blocks: [list([...claimed.map(line), ...(ephemeral.length > 0 ? [outgoing(ephemeral)] : []), ...others.map(line)])],
  };
}

/** FreeBSD alone gives 10000-32767 to outgoing connections: that belongs to the range, and warns few. */
export function isRare(cautions: readonly Caution[]): boolean {
  const systems = cautions.flatMap(({ kind, system }) => (kind === 'ephemeral' ? [system] : []));
  return systems.length > 0 && systems.every(system => system === 'freebsd');
}

const SYSTEMS: readonly string[] = Object.keys(SYSTEM_NAMES);

/** What servers mostly run on goes first. */
function bySystem(a: Caution, b: Caution): number {
  const place = ({ system = 'linux' }: Caution): number => SYSTEMS.indexOf(system);
  return place(a) - place(b);
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
