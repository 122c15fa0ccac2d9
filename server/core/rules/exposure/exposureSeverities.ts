import type { Exposure } from '../../../../registry/entry.ts';
import type { Severity } from '../../facts/finding.ts';
import type { RuleContext } from '../rule.ts';
import type { Stand } from './placeOf.ts';
import type { ReachedPort } from './reachedPorts.ts';
import { standOf } from './standOf.ts';

/** What answers on a port, and what there is to fear. */
export interface ExposedUse {
  readonly software: string;
  readonly purpose: string;
  readonly exposure: Exposure;
}

/**
 * How much a published port weighs where it stands, where that is less than the rule's own severity. A test stack is gone
 * in minutes, and a developer's machine has no strangers near it most of the time; a debugger is for nothing else.
 */
export function exposureSeverities(context: RuleContext): (port: ReachedPort, use: ExposedUse) => Severity | undefined {
  return (port, { exposure, software, purpose }) => {
    // For most files never.
    const stand = context.shared(standOf);
    const weight = stand && WEIGHTS[exposure][stand];
    if (weight === 'hint') return weight;
    // A console that runs alone is what somebody wants to open. An object store hands out links to browsers, and has keys.
    const isWanted =
      (exposure === 'console' && port.published?.project.services.length === 1) ||
      context.registry.ofSoftware(software).some(other => /\bS3\b/.test(other.purpose));
    // JMX is for watching, and samples of Kafka switch it on by habit.
    const isHabit = stand && /\bJMX\b/.test(purpose);
    return port.severity ?? (isWanted || isHabit ? 'info' : weight);
  };
}

const WEIGHTS: Readonly<Record<Exposure, Readonly<Record<NonNullable<Stand>, Severity | undefined>>>> = {
  datastore: { test: 'hint', development: 'info' },
  console: { test: 'hint', development: 'info' },
  debugger: { test: 'info', development: undefined },
  'unauthenticated-api': { test: 'info', development: 'warning' },
};
