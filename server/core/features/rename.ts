import { showRange } from '../../../registry/port.ts';
import type { Registry } from '../../../registry/registry.ts';
import type { Span } from '../text/span.ts';
import { TAKES } from '../workspace/identity/space.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { editsOf, type RenameEdit } from './rename/edits.ts';
import { faultAfter } from './rename/faultAfter.ts';
import { readNewPort } from './rename/newPort.ts';
import { renamePortName } from './rename/portName.ts';
import type { Refusal } from './rename/refusal.ts';
import { showPlace } from './rename/showPlace.ts';
import { subjectAt } from './rename/subject.ts';
import { takenBy } from './rename/taken.ts';

export type { Refusal, RenameEdit };

export interface RenamePlace {
  /** The digits, or the variable that stands for them. */
  readonly span: Span;
  /** The number that would get another one. */
  readonly placeholder: string;
}

/** What a rename at an offset would be about. `offset` in UTF-16 code units. */
export function prepareRename(
  snapshot: Snapshot,
  registry: Registry,
  path: string,
  offset: number,
): RenamePlace | Refusal {
  const subject = subjectAt(snapshot, registry, path, offset, true);
  if (typeof subject === 'string') return { refused: subject };
  return { span: subject.span, placeholder: subject.name ?? showRange(subject.same.range) };
}

/**
 * Gives the port at an offset another number, in every place that means it. Places that only likely mean it are edits that
 * somebody has to confirm; where nobody can, they are left out, and so is a rename that would leave the port itself behind.
 */
export function renamePort(
  snapshot: Snapshot,
  registry: Registry,
  path: string,
  offset: number,
  newName: string,
  canConfirm: boolean,
): { readonly edits: readonly RenameEdit[] } | Refusal {
  const subject = subjectAt(snapshot, registry, path, offset, canConfirm);
  if (typeof subject === 'string') return { refused: subject };
  const { same, affected, name } = subject;
  if (name !== undefined) return renamePortName(snapshot, registry, affected, name, newName.trim());
  const wanted = readNewPort(newName, same.range);
  if (typeof wanted === 'string') return { refused: wanted };
  if (wanted.first === same.range.first) return { edits: [] };
  const taken = takenBy(snapshot, affected, wanted);
  if (taken !== undefined) return { refused: taken };
  const all = editsOf(snapshot, affected.members, same.range, wanted);
  if (typeof all === 'string') return { refused: all };
  const edits = canConfirm ? all : all.filter(({ certainty }) => certainty === 'certain');
  const takers = affected.members.filter(({ occurrence }) => TAKES.has(occurrence.role));
  const [left] = takers;
  if (!canConfirm && left && !takers.some(({ certainty }) => certainty === 'certain'))
    return { refused: `What takes the port is in ${showPlace(snapshot, left)}: rename it there` };
  const fault = faultAfter(snapshot, registry, edits);
  return fault === undefined ? { edits } : { refused: fault };
}
