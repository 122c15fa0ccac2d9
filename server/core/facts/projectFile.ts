import type { PortRange } from '../../../registry/port.ts';
import type { Span } from '../text/span.ts';
import type { Level } from './level.ts';

/** What a `portolan.json` says. What it says wrongly stands in `problems`, and the rest counts. */
export interface ProjectFile {
  /** By the ids of rules, whether there are such rules or not. */
  readonly levels: Readonly<Record<string, Level>>;
  /** The ids that `levels` is about, at their places. */
  readonly rules: readonly LeveledRule[];
  /** There is such an entry, whatever stands under it. */
  readonly has: Readonly<Record<'rules' | 'ports', boolean>>;
  /** Globs, relative to the root: what they match reports nothing. */
  readonly ignore: readonly string[];
  readonly bindings: readonly Binding[];
  /** In lower case: words that say of a setting that it is a port. */
  readonly keys: readonly string[];
  readonly nodePortRange: PortRange | undefined;
  readonly plan: readonly PlannedPorts[];
  readonly problems: readonly SettingProblem[];
  /** Where the objects of the file take another entry; undefined for one that is missing or is no object. */
  readonly places: Readonly<Record<'root' | 'rules' | 'ports', EntryPlace | undefined>>;
}

/** An entry of `rules`: the id without its quotes. */
export interface LeveledRule {
  readonly id: string;
  readonly span: Span;
  /** What stands as its level, right or wrong, with its quotes. */
  readonly level: Span | undefined;
}

/** Files of this glob, relative to the root, are of that format. */
export interface Binding {
  readonly glob: string;
  readonly format: string;
  /** The id of the format. */
  readonly span: Span;
}

/** An entry of the port plan. */
export interface PlannedPorts {
  readonly range: PortRange;
  /** The numbers, without quotes. */
  readonly span: Span;
  /** The service that alone may publish them; a text names none. */
  readonly owner: string | undefined;
  readonly note: string | undefined;
}

export interface SettingProblem {
  /** Picks the wording among the messages of `invalid-setting`. */
  readonly message: SettingProblemKind;
  readonly span: Span;
  readonly data: Readonly<Record<string, string>>;
}

export type SettingProblemKind =
  | 'root'
  | 'key'
  | 'object'
  | 'list'
  | 'text'
  | 'level'
  | 'word'
  | 'range'
  | 'number'
  | 'reversed'
  | 'planned'
  | 'plannedKey'
  | 'twice';

/** How an entry is added to an object: a comma behind the last one, then `before`, the entry and `after` at `at`. */
export interface EntryPlace {
  /** Undefined where the object is empty or has the comma. */
  readonly comma: number | undefined;
  readonly at: number;
  readonly before: string;
  readonly after: string;
}
