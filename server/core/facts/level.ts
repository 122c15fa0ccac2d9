import type { Severity } from './finding.ts';

/** `off` drops every finding of a rule; another level replaces every severity of it. */
export type Level = Severity | 'off';

/** The most severe first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

export function isLevel(text: string): text is Level {
  return text === 'off' || SEVERITIES.some(severity => severity === text);
}

/** True where `severity` is at least as severe as `threshold`. */
export function reaches(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}
