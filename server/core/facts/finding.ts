import type { Span } from '../text/span.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

export interface Place {
  readonly path: string;
  readonly span: Span;
}

export interface Edit extends Place {
  readonly newText: string;
}

export interface Fix {
  readonly title: string;
  /** Only safe ones run without being asked one by one. */
  readonly safety: 'safe' | 'suggested';
  readonly edits: readonly [Edit, ...Edit[]];
}

/** What a user sees of a rule's finding: worded, with its final severity. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly at: Place;
  /** What is wrong and why, in the user's own text; the last sentence says what to do. */
  readonly message: string;
  readonly related: readonly (Place & { readonly message: string })[];
  readonly fixes: readonly Fix[];
}
