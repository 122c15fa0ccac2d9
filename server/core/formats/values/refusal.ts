import type { Fault } from '../../facts/document.ts';
import { type Mapped, originOf } from '../../text/mapped.ts';
import type { At } from '../tree/place.ts';

/** What a program says no to, and what it would take instead. */
export interface Refusal {
  /** The wording, of those of the rule malformed-port. */
  readonly message: string;
  readonly program: string;
  /** Offsets in the text; by default all of it. */
  readonly from?: number;
  readonly to?: number;
  /** What stands there in the source, where variables are filled in. */
  readonly written?: string;
  /** What was meant without doubt. */
  readonly instead?: string;
  /** `suggested` where more than the address may have to change. */
  readonly safety?: 'safe' | 'suggested';
}

/** Reports it at its place, with a fix where the source can be edited there. */
export function refuse(at: At, text: Mapped, refusal: Refusal): void {
  const { message, program, from = 0, to = text.text.length, instead, safety = 'safe' } = refusal;
  const { written = text.text.slice(from, to) } = refusal;
  const { span, exact, variables } = originOf(text, from, to);
  const fix: Fault['fix'] =
    instead !== undefined && exact && variables.length === 0
      ? { title: `Write ${instead}`, span, newText: instead, safety }
      : undefined;
  at.fault({
    rule: 'malformed-port',
    message,
    span,
    data: { text: written, program, instead: instead ?? '' },
    ...(fix && { fix }),
  });
}
