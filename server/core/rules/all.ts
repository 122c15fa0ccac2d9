import * as index from './index.ts';
import type { Rule } from './rule.ts';

/** Every rule, in the order of their ids. */
export const RULES: readonly Rule[] = (Object.values(index) as readonly Rule[]).toSorted((a, b) =>
  a.id < b.id ? -1 : 1,
);
