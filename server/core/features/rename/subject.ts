import { type PortRange, showRange } from '../../../../registry/port.ts';
import type { Registry } from '../../../../registry/registry.ts';
import { faultOf, writtenRange } from '../../ports/value.ts';
import type { Span } from '../../text/span.ts';
import { isAnother, type SamePort } from '../../workspace/identity/samePort.ts';
import type { Sighting, Snapshot } from '../../workspace/snapshot.ts';
import { type Affected, affectedBy, MOST_SPACES } from './affected.ts';
import { foreignListener, withoutForeign } from './foreignListener.ts';
import { showPlace } from './showPlace.ts';

/** A port that can be given another number. */
export interface RenameSubject {
  readonly place: Sighting;
  /** The digits, or the variable that stands for them. */
  readonly span: Span;
  readonly same: SamePort;
  readonly affected: Affected;
  /** Undefined: the number is meant. */
  readonly name: string | undefined;
}

/** What the cursor means; a text says why it cannot be renamed, and what to do instead. */
export function subjectAt(
  snapshot: Snapshot,
  registry: Registry,
  path: string,
  offset: number,
  canConfirm: boolean,
): RenameSubject | string {
  const found = snapshot.samePorts().at(path, offset);
  if (!found) return 'There is no port here';
  const { place, span, name } = found;
  const { occurrence } = place;
  const { value } = occurrence;
  if (faultOf(value)) return 'This is no port yet: correct it where it stands';
  const range = snapshot.samePorts().rangeOf(place);
  if (value.kind === 'variable' && !range)
    return `\`${value.name}\` is set in no file of the workspace: change it where it is set`;
  if (!range) return 'Nothing tells which port this name stands for';
  if (range.first === 0) return 'Port 0 lets the system choose: write a number here to fix one';
  const definition = snapshot.samePorts().definition(place);
  const written = writtenRange(value);
  if (definition && written && value.kind === 'variable' && written.first !== range.first)
    return `${showRange(written)} is not used: ${showPlace(snapshot, definition)} sets \`${value.name}\` to ${showRange(range)}. Rename it there`;
  const same = snapshot.samePort(path, occurrence);
  if (!same) return 'Nothing tells whose port this is';
  const ports = snapshot.samePorts();
  if (name !== undefined) return { place, span, same, affected: affectedBy(ports, same, place), name };
  const partly = same.members.find(
    member => !isSame(ports.rangeOf(member), range) && !isAnother(occurrence, member.occurrence),
  );
  if (partly)
    return `${showRange(range)} and the range in ${showPlace(snapshot, partly)} have numbers in common: change them there, one by one`;
  const affected = affectedBy(ports, same, place);
  if (affected.spaces.length > MOST_SPACES)
    return 'Too many containers and pods have this port at once: change it by hand';
  const foreign = foreignListener(snapshot, registry, affected, place, range, canConfirm);
  if (foreign !== undefined) return foreign;
  const members = withoutForeign(snapshot, registry, affected, place, range);
  return { place, span, same, affected: { ...affected, members }, name };
}

function isSame(a: PortRange | undefined, b: PortRange): boolean {
  return a?.first === b.first && a.last === b.last;
}
