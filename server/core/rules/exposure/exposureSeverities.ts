import type { Exposure } from '../../../../registry/entry.ts';
import type { Severity } from '../../facts/finding.ts';
import { once } from '../../text/once.ts';
import type { RuleContext } from '../rule.ts';
import type { ReachedPort } from './reachedPorts.ts';
import { type Stand, standOf } from './standOf.ts';

/**
 * How much a published port weighs where it stands, where that is less than the rule's own severity. A test stack is gone
 * in minutes, and a developer's machine has no strangers near it most of the time; a debugger is for nothing else.
 */
export function exposureSeverities({
  facts,
  workspace,
}: RuleContext): (port: ReachedPort, exposure: Exposure, purpose: string) => Severity | undefined {
  // Looked at once, and for most files never.
  const ofFile = once(() => standOf(facts, workspace));
  return (port, exposure, purpose) => {
    const stand = ofFile();
    const weight = stand && WEIGHTS[exposure][stand];
    if (weight === 'hint') return weight;
    // A console that runs alone is what somebody wants to open. An object store hands out links to browsers, and has keys.
    const isWanted = exposure === 'console' ? port.published?.project.services.length === 1 : /\bS3\b/.test(purpose);
    return port.severity ?? (isWanted ? 'info' : weight);
  };
}

const WEIGHTS: Readonly<Record<Exposure, Readonly<Record<NonNullable<Stand>, Severity | undefined>>>> = {
  datastore: { test: 'hint', development: 'info' },
  console: { test: 'hint', development: 'info' },
  debugger: { test: 'info', development: undefined },
  'unauthenticated-api': { test: 'info', development: 'warning' },
};
