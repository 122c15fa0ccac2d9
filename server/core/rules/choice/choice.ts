import type { CautionSystem } from '../../../../registry/entry.ts';
import { numbersOf, type Port, type Protocol, sizeOf } from '../../../../registry/port.ts';
import type { Fix } from '../../facts/finding.ts';
import type { HostPort } from '../../workspace/hostPorts.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { RawFinding, RuleContext } from '../rule.ts';

/** A number that somebody chose for a machine, and could have chosen otherwise. */
export interface Choice {
  readonly taken: HostPort;
  /** Every number of a range that is short enough to be looked at one by one. */
  readonly numbers: readonly Port[];
  /** TCP where the place does not tell. */
  readonly protocols: readonly Protocol[];
  /** The number itself where it is no range. */
  readonly only: Port | undefined;
}

/**
 * What `judge` says of each choice in a file. Whoever takes a number by TCP and by UDP, or in several ways to start one
 * program, made one choice, and hears of it once.
 */
export function* choiceFindings<M extends string>(
  { facts, workspace }: RuleContext,
  judge: (choice: Choice) => Omit<RawFinding<M>, 'at'> | undefined,
): Iterable<RawFinding<M>> {
  const said = new Set<string>();
  for (const taken of workspace.hostPorts(facts.path)) {
    if (taken.machine === 'unknown' || picksOne(taken)) continue;
    const numbers = sizeOf(taken.range) > MOST_NUMBERS ? [] : numbersOf(taken.range);
    const only = numbers.length === 1 ? numbers[0] : undefined;
    const choice = `${taken.owner} ${taken.range.first} ${JSON.stringify(taken.address)}`;
    const finding = said.has(choice)
      ? undefined
      : judge({ taken, numbers, only, protocols: taken.protocols ?? ['tcp'] });
    if (!finding) continue;
    said.add(choice);
    yield { at: { path: facts.path, span: taken.span }, ...finding };
  }
}

/** Longer ranges are pools, of which one number more or less does not matter. */
const MOST_NUMBERS = 20;

/** Docker takes the first free number of a range of host ports for one container port. */
function picksOne({ range, containerRange }: HostPort): boolean {
  return sizeOf(range) > 1 && containerRange !== undefined && sizeOf(containerRange) === 1;
}

/** Moves to another number, which whoever dials the old one has to learn. */
export function moveTo({ facts, workspace }: RuleContext, taken: HostPort, number: number | undefined): readonly Fix[] {
  const { span, editable, role } = taken;
  if (number === undefined || !editable || standsInAnotherFile(workspace, taken)) return [];
  const title = `${role === 'publish' ? 'Publish' : 'Listen'} on ${number}`;
  return [{ title, safety: 'suggested', edits: [{ path: facts.path, span, newText: `${number}` }] }];
}

/** An override that says the same again would keep the old number, beside the new one. */
function standsInAnotherFile(workspace: Snapshot, { published }: HostPort): boolean {
  if (!published) return false;
  const { service, port, hostRange } = published;
  return service.declarations.some(
    ({ path }) =>
      path !== port.path &&
      workspace
        .facts(path)
        ?.byPort.at(hostRange)
        .some(({ role, owner }) => role === 'publish' && owner?.name === service.name),
  );
}

/** The systems that the machine may run. Continuous integration, clusters and services of systemd are Linux. */
export function systemsOf({ facts }: RuleContext, { machine }: HostPort): readonly CautionSystem[] {
  return machine === 'node' || LINUX_ONLY.has(facts.format) ? ['linux'] : ['linux', 'macos', 'windows'];
}

const LINUX_ONLY: ReadonlySet<string> = new Set(
  'bitbucket-pipelines circleci drone github-actions gitlab-ci nomad quadlet sshd-config systemd travis'.split(' '),
);
