import type { Finding } from '../facts/finding.ts';
import type { RawFinding, Rule } from './rule.ts';

/** A finding with its rule and its final severity. */
export type Levelled = Omit<RawFinding, 'severity'> & { readonly rule: Rule; readonly severity: Finding['severity'] };

/** A finding in words, with what it speaks of filled in. */
export function worded(raw: Levelled): Finding {
  const { rule, severity } = raw;
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
