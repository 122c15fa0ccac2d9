import type { PlannedPorts } from '../../facts/projectFile.ts';
import { occurrenceOf, type PortOccurrence } from '../../ports/occurrence.ts';
import { readPort } from '../../ports/read/port.ts';
import { faultOf, writtenRange } from '../../ports/value.ts';
import type { MapEntry, MapNode, Node } from '../../syntax/tree.ts';
import { optional } from '../../text/optional.ts';
import type { Problems } from './problems.ts';

/** An entry of the plan, with its numbers as ports of the file. */
interface PlanEntry {
  readonly planned: PlannedPorts;
  readonly occurrence: PortOccurrence;
}

/** Reads `"8081": "billing API"` and `"15000-15099": {"owner": "payments"}`. */
export function readPlan(node: MapNode, problems: Problems): readonly PlanEntry[] {
  const seen = new Set<string>();
  return node.entries.flatMap(entry => {
    if (seen.has(entry.key.text)) problems.add('twice', entry.key.inner, { name: entry.key.text });
    seen.add(entry.key.text);
    return readEntry(entry, problems) ?? [];
  });
}

function readEntry({ key, value }: MapEntry, problems: Problems): PlanEntry | undefined {
  const port = readPort(key.mapped, 0, key.mapped.text.length, '-');
  const range = writtenRange(port.value);
  if (!range || range.first === 0) {
    const isReversed = faultOf(port.value)?.reason === 'reversed';
    problems.add(isReversed ? 'reversed' : 'number', key.inner, { value: key.text });
    return undefined;
  }
  const { owner, note } = readPlanned(value, key.text, problems);
  const planned = { range, span: key.inner, owner, note };
  const occurrence = occurrenceOf(port, {
    token: key.inner,
    role: 'label',
    namespace: { kind: 'host' },
    protocols: undefined,
    path: ['ports', key.text],
    confidence: 'certain',
    ...optional('owner', owner === undefined ? undefined : ({ kind: 'service', name: owner } as const)),
  });
  return { planned, occurrence: { ...occurrence, editable: key.exact } };
}

/** An entry that says nothing legible is planned all the same. */
function readPlanned(
  value: Node | undefined,
  port: string,
  problems: Problems,
): { readonly owner: string | undefined; readonly note: string | undefined } {
  const nothing = { owner: undefined, note: undefined };
  if (!value) return nothing;
  if (value.kind !== 'map') {
    if (problems.isText(value)) return { owner: undefined, note: value.text };
    problems.add('planned', value.span, { port });
    return nothing;
  }
  const found = { ...nothing } as { owner: string | undefined; note: string | undefined };
  for (const { key, value: of } of value.entries) {
    if (key.text !== 'owner' && key.text !== 'note') problems.add('plannedKey', key.inner, { name: key.text });
    else if (problems.isText(of)) found[key.text] = of.text;
    else if (of) problems.add('text', of.span, { name: key.text });
  }
  return found;
}
