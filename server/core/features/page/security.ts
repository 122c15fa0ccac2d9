import type { Use } from '../../../../registry/entry.ts';
import type { PortFacts } from '../portFacts.ts';
import { listed } from '../sentence.ts';
import { type Line, list, type Section, strong } from './prose.ts';
import { isPractice, programsOf } from './uses.ts';

/** On a number that hundreds take, what one of them holds says nothing of the others. */
const BEST_KNOWN = 5;

/** What it means to publish the port, where one of its best known programs holds data or gives control by default. */
export function security(facts: PortFacts): Section | undefined {
  const programs = programsOf(facts).slice(0, BEST_KNOWN);
  const defaults = facts.uses.filter(use => isPractice(use) && use.standing === 'default');
  // A caution says the same already.
  const isDocker = facts.cautions.some(({ kind }) => kind === 'docker-api');
  const found = (isDocker ? [] : EXPOSURES).flatMap(({ holds, what, meaning }) => {
    const names = programs.filter(name => defaults.some(use => use.software === name && holds(use)));
    return names.length === 0 ? [] : [{ names, what, meaning, isBest: names[0] === programs[0] }];
  });
  const lines = [...found.filter(({ isBest }) => isBest), ...found.filter(({ isBest }) => !isBest)].map(
    ({ names, what, meaning, isBest }): Line =>
      isBest
        ? [strong(what), ` (${listed(names)}): ${meaning}`]
        : [`Where it is ${listed(names, 'or')}, `, strong(what.replace(/^A/, 'a')), `: ${meaning}`],
  );
  return lines.length === 0 ? undefined : { title: 'Security', blocks: [list(lines)] };
}

const isBroker = ({ exposure, category }: Use): boolean => exposure === 'datastore' && category === 'messaging';

/** The gravest first, after those of the best known program. */
const EXPOSURES: readonly { holds: (use: Use) => boolean; what: string; meaning: string }[] = [
  {
    holds: ({ exposure }) => exposure === 'unauthenticated-api',
    what: 'Control without a login',
    meaning: 'by default whoever reaches the port is in command. Keep it on loopback or a private network.',
  },
  {
    holds: ({ exposure }) => exposure === 'debugger',
    what: 'A debugger',
    meaning: 'whoever connects runs code in the program. It belongs on loopback, and not into production.',
  },
  {
    holds: use => use.exposure === 'datastore' && !isBroker(use),
    what: 'A data store',
    meaning:
      'published, it is found by scanners, and then only its passwords keep others out, if it asks for any. Other containers reach it without publishing it.',
  },
  {
    holds: isBroker,
    what: 'A message broker',
    meaning:
      'published, it is found by scanners, and then only its passwords keep others from its messages, if it asks for any. Other containers reach it without publishing it.',
  },
  {
    holds: ({ exposure }) => exposure === 'console',
    what: 'An administration console',
    meaning: 'published, it offers its login to everybody. Put it behind a proxy with access control, or on loopback.',
  },
];
