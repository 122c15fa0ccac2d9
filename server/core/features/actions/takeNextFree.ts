import { sizeOf } from '../../../../registry/port.ts';
import type { Registry } from '../../../../registry/registry.ts';
import { nextFreePort } from '../../workspace/freePort.ts';
import type { Sighting, Snapshot } from '../../workspace/snapshot.ts';
import { type RenameEdit, renamePort } from '../rename.ts';
import type { PortAction } from './portActions.ts';

/** Moves a port that something takes on the machine to the next number that nobody has, wherever it is meant. */
export function takeNextFree(
  snapshot: Snapshot,
  registry: Registry,
  { path, occurrence }: Sighting,
  canConfirm: boolean,
): PortAction | undefined {
  const same = snapshot.samePort(path, occurrence);
  if (same?.identity.kind !== 'host' || sizeOf(same.range) > 1) return undefined;
  // A platform has ports of its own, which are nobody's to choose.
  if (!same.members.some(({ occurrence: { role, namespace } }) => TAKES.has(role) && namespace.kind === 'host'))
    return undefined;
  const free = nextFreePort(snapshot, registry, same.range.last);
  if (free === undefined) return undefined;
  // Where a variable decides, another number here would change nothing.
  const set = snapshot.samePorts().definition({ path, occurrence }) ?? { path, occurrence };
  const renamed = renamePort(snapshot, registry, set.path, set.occurrence.span.start, `${free}`, canConfirm);
  if ('refused' in renamed || renamed.edits.length === 0) return undefined;
  return { kind: 'rename', title: `Take the next free port: ${free}${also(renamed.edits)}`, edits: renamed.edits };
}

const TAKES: ReadonlySet<string> = new Set(['publish', 'listen']);

function also(edits: readonly RenameEdit[]): string {
  const unsure = edits.filter(({ certainty }) => certainty === 'likely').length;
  const sure = edits.length - 1 - unsure;
  const counted = (count: number): string => `${count} ${count === 1 ? 'place' : 'places'} that`;
  const meant = sure === 0 ? [] : [`${counted(sure)} ${sure === 1 ? 'means' : 'mean'} it`];
  const perhaps = unsure === 0 ? [] : [`${counted(unsure)} probably ${unsure === 1 ? 'means' : 'mean'} it`];
  return meant.length + perhaps.length === 0 ? '' : ` (and ${[...meant, ...perhaps].join(', ')})`;
}
