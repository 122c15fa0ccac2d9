import type { Fault } from '../../facts/document.ts';
import type { RawFinding, RuleContext } from '../rule.ts';

/** The findings of a rule that a format's own grammar decides: the format says where and what, the rule words it. */
export function* findingsFromFaults<M extends string>(
  { facts }: RuleContext,
  rule: Fault['rule'],
  messages: Readonly<Record<M, string>>,
): Iterable<RawFinding<M>> {
  for (const fault of facts.faults) {
    if (fault.rule !== rule || !isMessage(fault.message, messages)) continue;
    const { span, data, fix, severity } = fault;
    yield {
      at: { path: facts.path, span },
      message: fault.message,
      ...(severity && { severity }),
      ...(data && { data }),
      ...(fix && {
        fixes: [
          {
            title: fix.title,
            safety: fix.safety,
            edits: [{ path: facts.path, span: fix.span, newText: fix.newText }],
          },
        ],
      }),
    };
  }
}

function isMessage<M extends string>(id: string, messages: Readonly<Record<M, string>>): id is M {
  return Object.hasOwn(messages, id);
}
