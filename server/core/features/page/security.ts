import type { Exposure } from '../../../../registry/entry.ts';
import type { PortFacts } from '../portFacts.ts';
import { listed } from '../sentence.ts';
import { type Line, list, type Section, strong } from './prose.ts';

const MOST_NAMES = 6;

/** What it means to publish the port, where a known use of it holds data or gives control. */
export function security({ uses }: PortFacts): Section | undefined {
  const founded = uses.filter(({ confidence }) => confidence !== 'low');
  const lines = EXPOSURES.flatMap(([exposure, what, meaning]): readonly Line[] => {
    const names = [...new Set(founded.filter(use => use.exposure === exposure).map(({ software }) => software))];
    return names.length === 0 ? [] : [[strong(what), ` (${some(names)}): ${meaning}`]];
  });
  return lines.length === 0 ? undefined : { title: 'Security', blocks: [list(lines)] };
}

/** The gravest first. */
const EXPOSURES: readonly (readonly [Exposure, string, string])[] = [
  [
    'unauthenticated-api',
    'Control without a login',
    'by default whoever reaches the port is in command. Keep it on loopback or a private network.',
  ],
  [
    'debugger',
    'A debugger',
    'whoever connects runs code in the program. It belongs on loopback, and not into production.',
  ],
  [
    'datastore',
    'A data store',
    'published, it is found by scanners and open to guessed passwords, and some ask for none. Other containers reach it without publishing it.',
  ],
  [
    'console',
    'An administration console',
    'published, it offers its login to everybody. Put it behind a proxy with access control, or on loopback.',
  ],
];

function some(names: readonly string[]): string {
  if (names.length <= MOST_NAMES) return listed(names);
  return `${names.slice(0, MOST_NAMES).join(', ')} and ${names.length - MOST_NAMES} more`;
}
