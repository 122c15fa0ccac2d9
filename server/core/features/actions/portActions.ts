import type { Port } from '../../../../registry/port.ts';
import type { Registry } from '../../../../registry/registry.ts';
import { occurrenceAt } from '../../ports/occurrenceAt.ts';
import { faultOf } from '../../ports/value.ts';
import { type Span, touches } from '../../text/span.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { ProjectChange } from '../projectEntry.ts';
import type { RenameEdit } from '../rename.ts';
import { addToPlan } from './addToPlan.ts';
import { bindToLoopback } from './bindToLoopback.ts';
import { hostPortOf, outerSide } from './hostPortOf.ts';
import { takeNextFree } from './takeNextFree.ts';

/** Something to do with a port that nothing has to be wrong with. */
export type PortAction =
  | { readonly kind: 'lookUp'; readonly title: string; readonly port: Port }
  | { readonly kind: 'rewrite'; readonly title: string; readonly change: ProjectChange }
  | { readonly kind: 'rename'; readonly title: string; readonly edits: readonly RenameEdit[] };

/**
 * What can be done with the one port that the cursor or the selection is on, the most harmless first. `canConfirm`: somebody
 * can be asked about edits that are only likely right.
 */
export function portActions(
  snapshot: Snapshot,
  registry: Registry,
  path: string,
  selection: Span,
  canConfirm: boolean,
): readonly PortAction[] {
  const facts = snapshot.facts(path);
  const found = facts && occurrenceAt(facts.occurrences, selection.start);
  // A selection over several things means none of them.
  if (!facts || !found || !touches(found.span, selection.end)) return [];
  const { occurrence } = found;
  const { range } = snapshot.resolve(path, occurrence);
  if (!range || faultOf(occurrence.value)) return [];
  const lookUp: PortAction = { kind: 'lookUp', title: `Look up ${range.first}`, port: range.first };
  const outer = outerSide(facts, occurrence);
  if (!outer) return [lookUp];
  const port = hostPortOf(snapshot, path, outer);
  const rewrites = [
    takeNextFree(snapshot, registry, { path, occurrence: outer }, canConfirm),
    ...(port ? [bindToLoopback(facts, port), addToPlan(snapshot, facts, port)] : []),
  ];
  return [lookUp, ...rewrites.filter(action => action !== undefined)];
}
