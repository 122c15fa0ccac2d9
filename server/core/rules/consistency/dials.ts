import { type Dialled, dialledIn } from '../../workspace/compose/dialled.ts';
import type { RuleContext } from '../rule.ts';

/** Where a file dials services by their names; for `shared`, as several rules ask. */
export function dials({ facts, workspace }: RuleContext): readonly (readonly Dialled[])[] {
  return dialledIn(workspace, facts);
}
