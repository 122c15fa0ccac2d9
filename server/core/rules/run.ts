import type { Registry } from '../../../registry/registry.ts';
import type { Finding } from '../facts/finding.ts';
import { reaches } from '../facts/level.ts';
import type { Confidence } from '../ports/occurrence.ts';
import { once } from '../text/once.ts';
import { onceEach } from '../text/onceEach.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { RULES } from './all.ts';
import { strongest } from './precedence.ts';
import type { Rule, RuleContext } from './rule.ts';
import type { Levels, RuleSettings } from './settings.ts';
import { createSuppressor } from './suppressor.ts';
import { type Levelled, worded } from './worded.ts';

/** What all rules say of one document, worded, in the order of places; the more severe first at one place. */
export function findingsOf(
  snapshot: Snapshot,
  registry: Registry,
  path: string,
  settings: RuleSettings,
): readonly Finding[] {
  const facts = snapshot.facts(path);
  const project = snapshot.project(path);
  if (!facts || project?.isIgnored(path)) return [];
  const unasked = settings.onlyErrors ? MILD() : settings.skipsHints ? ONLY_HINTS() : {};
  const levels = { ...unasked, ...settings.levels, ...project?.levels, ...settings.overrides };
  const suppressor = createSuppressor(facts, levels);
  const context: RuleContext = {
    facts,
    workspace: snapshot,
    registry,
    ruleIds: RULES.map(({ id }) => id),
    isUsed: suppressor.isUsed,
    shared: make => known(make) as ReturnType<typeof make>,
  };
  const known = onceEach((make: (context: RuleContext) => unknown) => make(context));
  const found = strongest(
    RULES.flatMap(rule => (rule.isAboutSuppressions ? [] : findingsOfRule(rule, context, levels, settings))),
  ).filter(finding => !suppressor.hides(finding));
  const last = RULES.filter(rule => rule.isAboutSuppressions)
    .flatMap(rule => findingsOfRule(rule, context, levels, settings))
    .filter(finding => !suppressor.hides(finding));
  return [...found, ...last]
    .map(worded)
    .toSorted(
      (a, b) =>
        a.at.span.start - b.at.span.start ||
        Number(reaches(b.severity, a.severity)) - Number(reaches(a.severity, b.severity)) ||
        (a.rule < b.rule ? -1 : 1),
    );
}

const ONLY_HINTS = once(() => withoutRules(({ isOnlyHint = false }) => isOnlyHint));
/** No rule goes beyond its own severity to an error. */
const MILD = once(() => withoutRules(({ severity }) => severity !== 'error'));

function withoutRules(isMeant: (rule: Rule) => boolean): Levels {
  return Object.fromEntries(RULES.filter(isMeant).map(({ id }) => [id, 'off' as const]));
}

function findingsOfRule(rule: Rule, context: RuleContext, levels: Levels, settings: RuleSettings): readonly Levelled[] {
  const level = levels[rule.id];
  if (level === 'off') return [];
  // One file can take part in several projects, which then see the same fault.
  const found = new Map<string, Levelled>();
  for (const raw of rule.check(context)) {
    if (!settings.pedantic && doubt(raw.confidence ?? 'certain') > doubt(rule.minConfidence)) continue;
    const key = `${raw.at.span.start} ${raw.at.span.end} ${raw.message}`;
    if (!found.has(key)) found.set(key, { ...raw, rule, severity: level ?? raw.severity ?? rule.severity });
  }
  return [...found.values()];
}

function doubt(confidence: Confidence): number {
  return ['certain', 'likely', 'guess'].indexOf(confidence);
}
