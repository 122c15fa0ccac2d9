import { defineRule, type Rule } from '../rule.ts';
import { nearestIn } from './nearestName.ts';

export const unknownRule: Rule<'unknown' | 'near'> = defineRule({
  id: 'unknown-rule',
  summary: 'The id of a rule that there is not',
  severity: 'info',
  minConfidence: 'certain',
  fix: 'suggested',
  since: '0.1.0',
  isAboutSuppressions: true,
  messages: {
    unknown: 'There is no rule `{id}`, so nothing comes of it: remove it',
    near: 'There is no rule `{id}`, so nothing comes of it: write `{near}`',
  },
  *check({ facts, ruleIds }) {
    const named = [...(facts.projectFile?.rules ?? []), ...facts.suppressions.flatMap(({ rules }) => rules)];
    const known = new Set(ruleIds);
    const nearest = nearestIn(ruleIds);
    for (const { id, span } of named) {
      if (known.has(id)) continue;
      const at = { path: facts.path, span };
      const near = nearest(id);
      yield near === undefined
        ? { at, message: 'unknown', data: { id } }
        : {
            at,
            message: 'near',
            data: { id, near },
            fixes: [{ title: `Replace by ${near}`, safety: 'suggested', edits: [{ ...at, newText: near }] }],
          };
    }
  },
});
