import { asPort, holds, type Port } from '../../../registry/port.ts';
import type { Registry } from '../../../registry/registry.ts';
import { FIRST_EPHEMERAL, FIRST_UNPRIVILEGED, isFree, openPlanned } from '../workspace/freePort.ts';
import type { Snapshot } from '../workspace/snapshot.ts';

export interface FreePortsQuery {
  /** From this number on, then below it; undefined: where the project has its ports. */
  readonly near: Port | undefined;
  readonly count: number;
  /** What the files do not tell: whether somebody listens on it now. */
  isBusy(port: Port): boolean;
}

/** Different numbers, best first: what the port plan holds ready, then what nobody is known to use. Fewer where there are no more. */
export function freePorts(
  workspace: Snapshot,
  registry: Registry,
  { near, count, isBusy }: FreePortsQuery,
): readonly Port[] {
  const found = new Set<Port>();
  for (const port of candidates(workspace, registry, near ?? usualPort(workspace, registry))) {
    if (found.size >= count) break;
    if (!isBusy(port)) found.add(port);
  }
  return [...found];
}

function* candidates(workspace: Snapshot, registry: Registry, start: number): Generator<Port, void> {
  yield* openPlanned(workspace, start);
  const plan = workspace.plan();
  for (const number of around(start)) {
    const port = asPort(number);
    if (port === undefined || !isFree(workspace, registry, port)) continue;
    if (!plan.some(({ range }) => holds(range, port))) yield port;
  }
}

/** Upwards to the numbers that the system gives out, then downwards to those that need rights. */
function* around(start: number): Generator<number, void> {
  for (let number = Math.max(start, FIRST_UNPRIVILEGED); number < FIRST_EPHEMERAL; number++) yield number;
  for (let number = Math.min(start, FIRST_EPHEMERAL) - 1; number >= FIRST_UNPRIVILEGED; number--) yield number;
}

/** The lowest port of the thousand in which the project has most of them. */
function usualPort(workspace: Snapshot, registry: Registry): number {
  const thousands = new Map<number, Set<Port>>();
  for (const port of portsOfProject(workspace)) {
    const thousand = Math.floor(port / 1000);
    thousands.set(thousand, (thousands.get(thousand) ?? new Set()).add(port));
  }
  const [best] = [...thousands.values()].toSorted(
    (a, b) => b.size - a.size || crowdOf(registry, b) - crowdOf(registry, a) || Math.min(...a) - Math.min(...b),
  );
  return best ? Math.min(...best) : NEAR_ANYTHING;
}

/** Where nothing tells otherwise, people look for web servers here. */
const NEAR_ANYTHING = 8000;

/** What many programs take is what one's own programs take, too: 3000 rather than 5432. */
function crowdOf(registry: Registry, ports: ReadonlySet<Port>): number {
  return Math.max(...[...ports].map(port => registry.crowd(port, 'tcp')));
}

function portsOfProject(workspace: Snapshot): readonly Port[] {
  const documents = [...workspace.documents()];
  const onHost = documents.flatMap(({ path }) =>
    workspace.hostPorts(path).flatMap(({ range, machine }) => (machine === 'node' ? [] : [range.first])),
  );
  const usable = onHost.filter(isUsable);
  if (usable.length > 0) return usable;
  return (['listen', 'expose', 'target'] as const)
    .flatMap(role => workspace.withRole(role))
    .flatMap(({ path, occurrence }) => workspace.resolve(path, occurrence).range?.first ?? [])
    .filter(isUsable);
}

function isUsable(port: Port): boolean {
  return FIRST_UNPRIVILEGED <= port && port < FIRST_EPHEMERAL;
}
