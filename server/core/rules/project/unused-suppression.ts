import type { DocumentFacts, Suppression } from '../../facts/document.ts';
import type { Fix } from '../../facts/finding.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type RawFinding, type Rule, type RuleContext } from '../rule.ts';

type Message = 'all' | 'rules' | 'one';

export const unusedSuppression: Rule<Message> = defineRule({
  id: 'unused-suppression',
  summary: 'A comment that suppresses nothing',
  severity: 'hint',
  isOnlyHint: true,
  minConfidence: 'certain',
  fix: 'safe',
  since: '0.1.0',
  isAboutSuppressions: true,
  messages: {
    all: 'Nothing is reported {where}, so this comment only hides what comes later: remove it',
    rules: '{ids} {have} nothing to report {where}, so this comment only hides what comes later: remove it',
    one: '`{id}` has nothing to report {where}, so its id here only hides what comes later: remove it',
  },
  *check(context) {
    for (const suppression of context.facts.suppressions) yield* unused(context, suppression);
  },
});

function* unused(context: RuleContext, suppression: Suppression): Iterable<RawFinding<Message>> {
  const { facts, isUsed } = context;
  const { rules, scope, span } = suppression;
  const where = scope === 'file' ? 'in this file' : 'on the line that it is for';
  const comment = { at: { path: facts.path, span }, fixes: [removal(facts, suppression)] };
  if (rules.length === 0) {
    if (!isUsed(suppression, undefined)) yield { ...comment, message: 'all', data: { where } };
    return;
  }
  const idle = rules.filter(({ id }) => !isUsed(suppression, id) && isJudged(context, id));
  if (idle.length === rules.length) {
    const ids = idle.map(({ id }) => `\`${id}\``).join(', ');
    yield { ...comment, message: 'rules', data: { ids, have: idle.length === 1 ? 'has' : 'have', where } };
    return;
  }
  for (const named of idle) {
    yield {
      at: { path: facts.path, span: named.span },
      message: 'one',
      data: { id: named.id, where },
      fixes: [without(facts, suppression, rules.indexOf(named))],
    };
  }
}

/** Of a rule that there is not, `unknown-rule` speaks; this one and that one cannot judge themselves. */
function isJudged({ ruleIds }: RuleContext, id: string): boolean {
  return ruleIds.includes(id) && id !== 'unused-suppression' && id !== 'unknown-rule';
}

/** Takes one id out of several, with what keeps it apart from the others. */
function without({ path }: DocumentFacts, { rules }: Suppression, index: number): Fix {
  const { id = '', span = NOWHERE } = rules[index] ?? {};
  const start = index === 0 ? span.start : (rules[index - 1]?.span.end ?? span.start);
  const end = index === 0 ? (rules[1]?.span.start ?? span.end) : span.end;
  return { title: `Remove ${id}`, safety: 'safe', edits: [{ path, span: { start, end }, newText: '' }] };
}

const NOWHERE: Span = { start: 0, end: 0 };

/** Takes out the comment, with its line where it has one; words of other meaning stay. */
function removal({ path, text, lines }: DocumentFacts, { span, comment }: Suppression): Fix {
  const before = text.slice(comment.start, span.start);
  const behind = text.slice(span.end, comment.end);
  const isAll = /^(?:[^\w\s]{1,5}|rem)?\s*$/i.test(before) && /^\W*$/.test(behind);
  const whole = isAll ? wholeLines(text, comment, lines.start(lines.position(comment.start).line)) : span;
  return { title: 'Remove the comment', safety: 'safe', edits: [{ path, span: whole, newText: '' }] };
}

function wholeLines(text: string, { start, end }: Span, lineStart: number): Span {
  const head = text.slice(lineStart, start);
  const blanks = head.length - head.trimEnd().length;
  const rest = /^[ \t]*(\r\n|\n|\r|$)/.exec(text.slice(end, end + 1000));
  if (head.trim() === '' && rest) return { start: lineStart, end: end + rest[0].length };
  return { start: start - blanks, end };
}
