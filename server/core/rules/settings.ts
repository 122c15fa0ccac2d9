import type { Level } from '../facts/level.ts';

/** What a user may change about checking, beside the project file. A value: frozen, passed in, never kept. */
export interface RuleSettings {
  /** The editor's: the project file goes before them. */
  readonly levels: Levels;
  /** The command line's: they go before the project file. */
  readonly overrides?: Levels;
  /** Report findings of lower confidence too. */
  readonly pedantic: boolean;
  /** Nobody will see hints: rules that say nothing else are not asked, unless a level is set for them. */
  readonly skipsHints?: boolean;
  /** Nobody asks for less than errors: rules that are milder are not asked, unless a level is set for them. */
  readonly onlyErrors?: boolean;
}

/** By the ids of rules. */
export type Levels = Readonly<Record<string, Level>>;

export const DEFAULT_SETTINGS: RuleSettings = { levels: {}, pedantic: false };
