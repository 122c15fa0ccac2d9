import type { VariableDefinition } from '../../facts/document.ts';
import { entries, get, type MapEntry, type Node, type Scalar, scalar, type Tree } from '../../syntax/tree.ts';
import { opaque, UNKNOWN } from '../../text/mapped.ts';
import { variable } from '../variables/variable.ts';

/** What `var.x` and `local.x` mean: defaults of variables, locals, and the values of a `.tfvars` file. */
export function variablesOf({ documents }: Tree, path: string): readonly VariableDefinition[] {
  return documents.flatMap(document => {
    if (/\.tfvars(?:\.json)?$/.test(path))
      return entries(document).flatMap(entry => definition('var', entry, entry.value));
    return entries(document).flatMap(({ key, value }) => {
      if (key.text === 'locals') return entries(value).flatMap(entry => definition('local', entry, entry.value));
      if (key.text !== 'variable') return [];
      return entries(value).flatMap(entry => definition('var', entry, get(entry.value, 'default')));
    });
  });
}

function definition(kind: string, { key }: MapEntry, value: Node | undefined): readonly VariableDefinition[] {
  const name = `${kind}.${key.text}`;
  const [only, ...others] = value?.kind === 'list' ? value.items : [value];
  // A list of one stands for what is in it, and one with all networks among its items for these. Of several others none
  // is the one, and no other file's value counts either.
  const everybody = others.length > 0 && value?.kind === 'list' ? value.items.find(isEverybody) : undefined;
  if (everybody) return [variable(name, key.inner, everybody.mapped)];
  if (value && others.length > 0) return [variable(name, key.inner, opaque(UNKNOWN, value.span))];
  const written = scalar(only);
  return written && isLiteral(written) ? [variable(name, key.inner, written.mapped)] : [];
}

function isEverybody(node: Node): node is Scalar {
  return node.kind === 'scalar' && (node.text === '0.0.0.0/0' || node.text === '::/0');
}

/** Not an expression, which nobody computes here. */
function isLiteral({ style, text }: Scalar): boolean {
  return style === 'plain' ? /^\d+$/.test(text) : !text.includes('${');
}
