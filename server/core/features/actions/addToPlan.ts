import { showRange } from '../../../../registry/port.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import { PIPELINES } from '../../facts/pipelines.ts';
import { UNKNOWN } from '../../text/mapped.ts';
import { basename } from '../../text/path.ts';
import type { HostPort } from '../../workspace/hostPorts.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { projectEntry } from '../projectEntry.ts';
import type { PortAction } from './portActions.ts';

/** Writes a port into the port plan, with the name of who takes it. */
export function addToPlan(snapshot: Snapshot, facts: DocumentFacts, port: HostPort): PortAction | undefined {
  const { range } = port;
  const plan = snapshot.project(facts.path)?.plan ?? [];
  const isPlanned = plan.some(({ range: { first, last } }) => first <= range.first && range.last <= last);
  // A pipeline's machine is nobody's to plan.
  if (isPlanned || PIPELINES.has(facts.format)) return undefined;
  const numbers = showRange(range);
  const entry = `"${numbers}": ${JSON.stringify(nameOf(facts, port))}`;
  const change = projectEntry(snapshot, facts.path, 'ports', entry);
  return change && { kind: 'rewrite', title: `Add ${numbers} to the port plan (portolan.json)`, change };
}

/** Never empty: a plan without a word helps nobody. */
function nameOf({ path }: DocumentFacts, { owner, image }: HostPort): string {
  return [owner, image].find(name => name !== undefined && name !== '' && !name.includes(UNKNOWN)) ?? basename(path);
}
