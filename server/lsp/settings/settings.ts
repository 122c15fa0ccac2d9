import { FORMATS, isLevel, type Level, RULES, type RuleSettings } from '../../core/analysis.ts';

/** The `portolan` section of a client's configuration, read and frozen. */
export interface Settings {
  readonly rules: RuleSettings;
  /** Which findings are shown for files that are not open. */
  readonly workspaceDiagnostics: 'off' | 'warnings' | 'all';
  /** Who a port belongs to, behind its number. */
  readonly inlayHints: boolean;
  /** The user's own: files of this glob are of that format. */
  readonly bindings: readonly { readonly glob: string; readonly format: string }[];
}

export interface ReadSettings {
  readonly settings: Settings;
  /** What could not be understood, in words; the rest counts. */
  readonly problems: readonly string[];
}

/** Anything may stand in a configuration: it never fails, and what is wrong is left out and named. */
export function readSettings(section: unknown): ReadSettings {
  const problems: string[] = [];
  const given = isRecord(section) ? section : {};
  const settings: Settings = Object.freeze({
    rules: Object.freeze({
      levels: Object.freeze(readLevels(given.rules, problems)),
      pedantic: given.pedantic === true,
    }),
    workspaceDiagnostics: readShown(given.workspaceDiagnostics, problems),
    inlayHints: given.inlayHints === true,
    bindings: Object.freeze(readBindings(given.files, problems)),
  });
  return { settings, problems };
}

function readLevels(value: unknown, problems: string[]): Readonly<Record<string, Level>> {
  const levels: Record<string, Level> = {};
  for (const [id, level] of entriesOf('rules', value, problems)) {
    if (!RULES.some(rule => rule.id === id)) problems.push(`portolan.rules: there is no rule "${id}"`);
    else if (typeof level === 'string' && isLevel(level)) levels[id] = level;
    else problems.push(`portolan.rules: "${id}" must be error, warning, info, hint or off`);
  }
  return levels;
}

function readBindings(value: unknown, problems: string[]): Settings['bindings'] {
  return entriesOf('files', value, problems).flatMap(([glob, format]) => {
    if (FORMATS.some(({ id }) => id === format)) return [{ glob, format: String(format) }];
    problems.push(`portolan.files: "${glob}" names no known format`);
    return [];
  });
}

function readShown(value: unknown, problems: string[]): Settings['workspaceDiagnostics'] {
  if (value === 'off' || value === 'warnings' || value === 'all') return value;
  if (isGiven(value)) problems.push('portolan.workspaceDiagnostics must be off, warnings or all');
  return 'warnings';
}

function entriesOf(key: string, value: unknown, problems: string[]): readonly (readonly [string, unknown])[] {
  if (isRecord(value)) return Object.entries(value);
  if (isGiven(value)) problems.push(`portolan.${key} must be an object`);
  return [];
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
