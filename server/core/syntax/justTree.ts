import { fromVariable } from '../text/mapped.ts';
import { readJustfile } from './justfile.ts';
import { scriptTree } from './scriptTree.ts';
import type { Tree } from './tree.ts';

/** A justfile as a map: variables and parameters under their names, the lines of a recipe as a list under its name. */
export function justTree(text: string): Tree {
  const { variables, recipes, comments } = readJustfile(text);
  return scriptTree({
    text,
    variables: variables
      .filter(({ plain }) => plain)
      .map(({ name, nameSpan, value, fallbackOf }) => {
        const variable =
          fallbackOf === undefined ? undefined : ({ name: fallbackOf, span: value.span, from: 'fallback' } as const);
        return { name, nameSpan, value: variable ? fromVariable(value, variable) : value };
      }),
    recipes: recipes.filter(({ shebang = 'sh' }) => /sh\b/.test(shebang)).map(({ name, lines }) => [name, lines]),
    comments,
  });
}
