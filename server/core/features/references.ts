import type { Place } from '../facts/finding.ts';
import type { PortRole } from '../ports/occurrence.ts';
import type { Span } from '../text/span.ts';
import type { PortMember } from '../workspace/identity/samePort.ts';
import type { Snapshot } from '../workspace/snapshot.ts';

/** One of the places that mean a port. */
export interface PortReference extends Place {
  /** Something takes the port here, or its number is set; others dial it, let it through, or tell of it. */
  readonly isDeclaration: boolean;
}

/** Every place that means the port under the cursor, by path and place. `offset` in UTF-16 code units. */
export function portReferences(snapshot: Snapshot, path: string, offset: number): readonly PortReference[] {
  const found = snapshot.samePorts().at(path, offset);
  const same = found && snapshot.samePorts().of(found.place);
  const seen = new Set<string>();
  return (same?.members ?? []).flatMap(member => {
    const span = shownSpan(snapshot, member);
    // An alias of YAML makes a place speak for several services.
    const key = `${span.start} ${member.path}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ path: member.path, span, isDeclaration: isDeclaration(member) }];
  });
}

/** A fallback that a file overrules is not the number that is meant: the variable is. */
function shownSpan(snapshot: Snapshot, { path, occurrence }: PortMember): Span {
  const { expression, span } = occurrence;
  return expression && snapshot.samePorts().definition({ path, occurrence }) ? expression : span;
}

function isDeclaration({ definition, occurrence: { role, value } }: PortMember): boolean {
  return definition === true || (DECLARES.has(role) && value.kind !== 'name');
}

const DECLARES: ReadonlySet<PortRole> = new Set(['listen', 'publish', 'target', 'expose']);
