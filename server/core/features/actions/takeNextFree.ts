import { showRange, sizeOf } from '../../../../registry/port.ts';
import type { Registry } from '../../../../registry/registry.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import { nextFreePort } from '../../workspace/freePort.ts';
import type { HostPort } from '../../workspace/hostPorts.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { PortAction } from './portActions.ts';

/** Moves a port to the next number that nobody has. */
export function takeNextFree(
  snapshot: Snapshot,
  registry: Registry,
  { path, text }: DocumentFacts,
  { span, range, editable }: HostPort,
): PortAction | undefined {
  // Where a variable decides, another number here would change nothing.
  if (!editable || sizeOf(range) > 1 || text.slice(span.start, span.end) !== showRange(range)) return undefined;
  const free = nextFreePort(snapshot, registry, range.last);
  if (free === undefined) return undefined;
  const edits = [{ path, span, newText: `${free}` }];
  return { kind: 'rewrite', title: `Take the next free port: ${free}`, change: { kind: 'edit', edits } };
}
