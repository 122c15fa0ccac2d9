import type { Registry } from '../../../registry/registry.ts';
import type { DocumentFacts, Suppression } from '../facts/document.ts';
import type { Finding } from '../facts/finding.ts';
import type { Confidence } from '../ports/occurrence.ts';
import type { Snapshot } from '../workspace/snapshot.ts';
import { RULES } from './all.ts';
import type { RawFinding, Rule, RuleContext } from './rule.ts';
import { type RuleSettings, reaches } from './settings.ts';

/** What all rules say of one document, worded, in the order of places; the more severe first at one place. */
export function findingsOf(
  snapshot: Snapshot,
  registry: Registry,
  path: string,
  settings: RuleSettings,
): readonly Finding[] {
  const facts = snapshot.facts(path);
  if (!facts) return [];
  const context = { facts, workspace: snapshot, registry };
  const findings = RULES.flatMap(rule => findingsOfRule(rule, context, settings));
  return findings.toSorted(
    (a, b) =>
      a.at.span.start - b.at.span.start ||
      Number(reaches(b.severity, a.severity)) - Number(reaches(a.severity, b.severity)) ||
      (a.rule < b.rule ? -1 : 1),
  );
}

function findingsOfRule(rule: Rule, context: RuleContext, settings: RuleSettings): readonly Finding[] {
  const level = settings.levels[rule.id];
  if (level === 'off') return [];
  // One file can take part in several projects, which then see the same fault.
  const found = new Map<string, Finding>();
  for (const raw of rule.check(context)) {
    if (!settings.pedantic && doubt(raw.confidence ?? 'certain') > doubt(rule.minConfidence)) continue;
    if (isSuppressed(context.facts, rule.id, raw.at.span.start)) continue;
    const finding = worded(rule, raw, level ?? raw.severity ?? rule.severity);
    const key = `${raw.at.span.start} ${raw.at.span.end} ${raw.message}`;
    if (!found.has(key)) found.set(key, finding);
  }
  return [...found.values()];
}

function worded(rule: Rule, raw: RawFinding, severity: Finding['severity']): Finding {
  const text = (message: string, data: RawFinding['data']): string =>
    (rule.messages[message] ?? message).replace(/\{(\w+)\}/g, (_, name: string) => shortened(`${data?.[name] ?? ''}`));
  return {
    rule: rule.id,
    severity,
    at: raw.at,
    message: text(raw.message, raw.data),
    related: (raw.related ?? []).map(({ path, span, message, data }) => ({
      path,
      span,
      message: text(message, data ?? raw.data),
    })),
    fixes: raw.fixes ?? [],
  };
}

/** What a message quotes may be megabytes long; the place shows it whole. */
function shortened(text: string): string {
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** In UTF-16 units: the longest names of images with their digests fit. */
const LONGEST_QUOTE = 200;

function doubt(confidence: Confidence): number {
  return ['certain', 'likely', 'guess'].indexOf(confidence);
}

function isSuppressed({ suppressions, lines }: DocumentFacts, rule: string, offset: number): boolean {
  const speaksOf = ({ rules }: Suppression): boolean => rules.length === 0 || rules.some(({ id }) => id === rule);
  return suppressions.some(
    suppression =>
      speaksOf(suppression) && (suppression.scope === 'file' || suppression.line === lines.position(offset).line),
  );
}
