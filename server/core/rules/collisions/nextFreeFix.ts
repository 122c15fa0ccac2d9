import { sizeOf } from '../../../../registry/port.ts';
import type { Fix } from '../../facts/finding.ts';
import { nextFreePort } from '../../workspace/freePort.ts';
import type { HostPort } from '../../workspace/hostPorts.ts';
import type { RuleContext } from '../rule.ts';

/** Takes the next number that nothing in the workspace takes. */
export function nextFreeFix(
  { facts, workspace, registry }: RuleContext,
  { span, range, editable }: Pick<HostPort, 'span' | 'range' | 'editable'>,
): readonly Fix[] {
  const free = editable && sizeOf(range) === 1 ? nextFreePort(workspace, registry, range.last) : undefined;
  if (free === undefined) return [];
  const edit = { path: facts.path, span, newText: `${free}` };
  return [{ title: `Publish on ${free}`, safety: 'suggested', edits: [edit] }];
}
