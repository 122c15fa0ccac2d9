import type { DocumentFacts } from '../../facts/document.ts';
import type { Fix } from '../../facts/finding.ts';
import { isLoopback } from '../../ports/address.ts';
import { loopbackFix } from '../../rules/exposure/loopbackFix.ts';
import type { HostPort } from '../../workspace/hostPorts.ts';
import { reread } from '../../workspace/reread.ts';
import { applyEdits } from '../applyEdits.ts';
import type { PortAction } from './portActions.ts';

/** Publishes a port for this machine only, where all the world reaches it: the same edit as the rules', without a finding. */
export function bindToLoopback(facts: DocumentFacts, port: HostPort): PortAction | undefined {
  if (port.role !== 'publish' || port.address.kind !== 'any' || NO_ADDRESS.has(facts.format)) return undefined;
  const [fix] = loopbackFix(facts, port);
  if (!fix || !isRead(facts, port, fix)) return undefined;
  return { kind: 'rewrite', title: fix.title, change: { kind: 'edit', edits: fix.edits } };
}

/** Not every tool that maps ports takes an address there: what reads the file must see the port on loopback afterwards. */
function isRead(facts: DocumentFacts, { span }: HostPort, { edits }: Fix): boolean {
  const after = reread(facts, applyEdits(facts.text, edits));
  const moved = edits.reduce(
    (sum, edit) => sum + (edit.span.end <= span.start ? edit.newText.length - (edit.span.end - edit.span.start) : 0),
    0,
  );
  return (
    after?.occurrences.some(
      ({ role, span: { start }, binding }) =>
        role === 'publish' && start === span.start + moved && binding !== undefined && isLoopback(binding.address),
    ) ?? false
  );
}

/** Mappings in the form of Docker's that take numbers only. */
const NO_ADDRESS: ReadonlySet<string> = new Set(['app-engine']);
