import type { Registry } from '../../../registry/registry.ts';
import type { DocumentFacts, Suppression } from '../facts/document.ts';
import type { Fix, Place, Severity } from '../facts/finding.ts';
import type { Confidence } from '../ports/occurrence.ts';
import type { Snapshot } from '../workspace/snapshot.ts';

/** A fault to look for: one file, one page in `docs/rules/`, one line in `index.ts`. */
export interface Rule<M extends string = string> {
  /** Kebab-case; names the fault and reads well after "ignore". */
  readonly id: string;
  /** One line for lists: what it reports. */
  readonly summary: string;
  /** The default; a finding may carry its own, and a configured level replaces both. */
  readonly severity: Severity;
  /** True where no finding of it is more than a hint by itself. */
  readonly isOnlyHint?: boolean;
  /** Nothing below it is reported unless the user asks for more. */
  readonly minConfidence: Confidence;
  /** The best fix that it ever offers. */
  readonly fix: 'safe' | 'suggested' | 'none';
  readonly since: string;
  /** Rules whose finding at the same place says more: this one is silent there. */
  readonly yieldsTo?: readonly string[];
  /**
   * True for a rule about the comments that suppress others: it runs last, and no comment without its id silences it.
   */
  readonly isAboutSuppressions?: boolean;
  /**
   * Wording: what is wrong, why, what to do, without a full stop at the end. `{name}` is filled from the finding's data.
   * Related places have theirs here too.
   */
  readonly messages: Readonly<Record<M, string>>;
  check(context: RuleContext): Iterable<RawFinding<M>>;
}

export interface RuleContext {
  /** The document under test: every finding lies in it. */
  readonly facts: DocumentFacts;
  readonly workspace: Snapshot;
  readonly registry: Registry;
  /** What `make` gives for this document: made when a rule first asks, for all rules. */
  shared<T>(make: (context: RuleContext) => T): T;
  /** The ids of all rules. */
  readonly ruleIds: readonly string[];
  /**
   * For a rule about suppressions: true where the comment, by this id or by naming none, keeps some finding from being
   * shown, or may, as that rule is switched off.
   */
  isUsed(suppression: Suppression, id: string | undefined): boolean;
}

/** A finding before wording, levels and suppressions. */
export interface RawFinding<M extends string = string> {
  readonly at: Place;
  readonly message: M;
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly related?: readonly (Place & {
    readonly message: M;
    readonly data?: Readonly<Record<string, string | number>>;
  })[];
  readonly fixes?: readonly Fix[];
}

export function defineRule<const M extends string>(rule: Rule<M>): Rule<M> {
  return rule;
}
