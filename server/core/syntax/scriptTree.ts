import type { Mapped } from '../text/mapped.ts';
import type { Span } from '../text/span.ts';
import { exactScalar, mappedScalar } from './sourceScalar.ts';
import type { Comment, MapEntry, Node, Tree } from './tree.ts';

/** What a reader of scripts found. */
export interface ScriptParts {
  readonly text: string;
  readonly variables: readonly { readonly name: string; readonly nameSpan: Span; readonly value: Mapped }[];
  /** What each name runs. */
  readonly recipes: readonly (readonly [string, readonly Mapped[]])[];
  readonly comments: readonly Comment[];
}

/** The tree of a file of tasks: a map of variables (scalars) and of recipes (lists of lines). */
export function scriptTree({ text, variables, recipes, comments }: ScriptParts): Tree {
  const whole = { start: 0, end: text.length };
  const entry = (name: string, nameSpan: Span, value: Node): MapEntry => ({
    key: { ...exactScalar('', nameSpan), text: name, exact: false },
    value,
    merged: false,
  });
  const entries = [
    ...variables.map(({ name, nameSpan, value }) => entry(name, nameSpan, mappedScalar(value))),
    ...recipes.map(([name, lines]) => {
      const items = lines.map(line => mappedScalar(line));
      return entry(name, { start: 0, end: 0 }, { kind: 'list', span: whole, flow: false, items });
    }),
  ];
  if (entries.length === 0) return { documents: [], comments, errors: [] };
  return { documents: [{ kind: 'map', span: whole, flow: false, entries }], comments, errors: [] };
}
