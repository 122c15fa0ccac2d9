import type { Severity } from '../facts/finding.ts';

/** `off` drops every finding of a rule; another level replaces every severity of it. */
export type Level = Severity | 'off';

/** What a user may change about checking. A value: frozen, passed in, never kept. */
export interface RuleSettings {
  readonly levels: Readonly<Record<string, Level>>;
  /** Report findings of lower confidence too. */
  readonly pedantic: boolean;
}

export const DEFAULT_SETTINGS: RuleSettings = { levels: {}, pedantic: false };

/** The most severe first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

export function isLevel(text: string): text is Level {
  return text === 'off' || SEVERITIES.some(severity => severity === text);
}

/** True where `severity` is at least as severe as `threshold`. */
export function reaches(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}
