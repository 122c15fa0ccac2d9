import { numbersOf, type Port, type Protocol, sizeOf } from '../../../../registry/port.ts';
import type { Fix } from '../../facts/finding.ts';
import { picksOne } from '../../ports/picksOne.ts';
import { grouped } from '../../text/grouped.ts';
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

/** What a rule says of a choice, and the number that would be a better one. */
export interface Verdict<M extends string> extends Omit<RawFinding<M>, 'at' | 'fixes'> {
  readonly better?: number | undefined;
}

/**
 * What `judge` says of each choice in a file. Whoever takes a number by TCP and by UDP, or in several ways to start one
 * program, made one choice, hears of it once, and moves all of it.
 */
export function* choiceFindings<M extends string>(
  context: RuleContext,
  judge: (choice: Choice) => Verdict<M> | undefined,
): Iterable<RawFinding<M>> {
  const said = new Set<string>();
  for (const { name, ...choice } of context.shared(choicesIn)) {
    const verdict = said.has(name) ? undefined : judge(choice);
    if (!verdict) continue;
    said.add(name);
    const { taken } = choice;
    const { better, ...finding } = verdict;
    const fixes = better === undefined ? [] : moved(context, context.shared(places).get(placeOf(taken)) ?? [], better);
    yield { at: { path: context.facts.path, span: taken.span }, ...finding, fixes };
  }
}

/** Equal names: one choice. */
function choicesIn(context: RuleContext): readonly (Choice & { readonly name: string })[] {
  return context.workspace.hostPorts(context.facts.path).flatMap(taken => {
    const { machine, range, containerRange, address, protocols = ['tcp'] } = taken;
    if (machine === 'unknown' || picksOne(range, containerRange) || correctsItself(context, taken)) return [];
    const numbers = sizeOf(range) > MOST_NUMBERS ? [] : numbersOf(range);
    const only = numbers.length === 1 ? numbers[0] : undefined;
    return [{ taken, numbers, only, protocols, name: `${placeOf(taken)} ${JSON.stringify(address)}` }];
  });
}

/** All that one owner takes of a number, by whatever transport. */
function places({ facts, workspace }: RuleContext): ReadonlyMap<string, readonly HostPort[]> {
  return grouped(workspace.hostPorts(facts.path), placeOf);
}

function placeOf({ owner, range }: HostPort): string {
  return `${owner} ${range.first}`;
}

/** Longer ranges are pools, of which one number more or less does not matter. */
const MOST_NUMBERS = 20;

/** Vagrant takes another number where it may. https://developer.hashicorp.com/vagrant/docs/networking/forwarded_ports */
function correctsItself({ facts }: RuleContext, { span }: HostPort): boolean {
  if (facts.format !== 'vagrant') return false;
  const { line } = facts.lines.position(span.start);
  const written = facts.text.slice(facts.lines.start(line), facts.lines.start(line + 1));
  return /\bauto_correct\b[^,]*\btrue\b/.test(written);
}

/**
 * Moves to another number, which whoever dials the old one has to learn. Half a move would split a service that needs
 * both transports.
 */
function moved({ facts, workspace }: RuleContext, all: readonly HostPort[], number: number): readonly Fix[] {
  if (!all.every(place => isMovable(workspace, place))) return [];
  const title = `${all.some(({ role }) => role === 'publish') ? 'Publish' : 'Listen'} on ${number}`;
  const spans = new Map(all.map(({ span }) => [span.start, span]));
  const [first, ...others] = [...spans.values()].map(span => ({ path: facts.path, span, newText: `${number}` }));
  return first ? [{ title, safety: 'suggested', edits: [first, ...others] }] : [];
}

function isMovable(workspace: Snapshot, place: HostPort): boolean {
  return place.editable && sizeOf(place.range) === 1 && !standsInAnotherFile(workspace, place);
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
