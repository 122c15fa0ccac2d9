import { type PortRange, showRange } from '../../../../registry/port.ts';
import type { Edit } from '../../facts/finding.ts';
import { writtenRange } from '../../ports/value.ts';
import type { PortMember } from '../../workspace/identity/samePort.ts';
import type { Certainty } from '../../workspace/identity/space.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { showPlace } from './showPlace.ts';

/** One number of a rename. */
export interface RenameEdit extends Edit {
  readonly certainty: Certainty;
  /** Why it is only likely, for people. */
  readonly reason?: string;
}

/** An edit for each number that is written; a text says why that is not possible. */
export function editsOf(
  snapshot: Snapshot,
  members: readonly PortMember[],
  old: PortRange,
  wanted: PortRange,
): readonly RenameEdit[] | string {
  const edits = new Map<string, RenameEdit>();
  for (const member of members) {
    const { path, occurrence, certainty, reason } = member;
    if (!isWritten(snapshot, member, old)) continue;
    const text = snapshot.facts(path)?.text.slice(occurrence.span.start, occurrence.span.end);
    const newText = text === undefined || !occurrence.editable ? undefined : renumbered(text, wanted);
    if (newText === undefined) {
      if (certainty === 'likely') continue;
      return `${showRange(old)} is written in a way that cannot be edited in ${showPlace(snapshot, member)}: write it as plain digits first`;
    }
    const key = `${occurrence.span.start} ${path}`;
    if (edits.get(key)?.certainty === 'certain') continue;
    edits.set(key, { path, span: occurrence.span, newText, certainty, ...(reason !== undefined && { reason }) });
  }
  return [...edits.values()];
}

/** A place whose number stands elsewhere has none of its own, but for a fallback that says the same. */
function isWritten(snapshot: Snapshot, member: PortMember, old: PortRange): boolean {
  const { value, editable } = member.occurrence;
  if (value.kind === 'name' || value.kind === 'invalid') return false;
  const written = writtenRange(value);
  if (!written || written.first !== old.first || written.last !== old.last) return false;
  return editable || snapshot.samePorts().definition(member) === undefined;
}

/** The separator of a range stays as it is. */
function renumbered(text: string, { first, last }: PortRange): string | undefined {
  if (/^\d+$/.test(text)) return first === last ? `${first}` : undefined;
  const [, between] = /^\d+(\D{1,3})\d+$/.exec(text) ?? [];
  return between === undefined ? undefined : `${first}${between}${last}`;
}
