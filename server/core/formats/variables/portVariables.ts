import type { VariableDefinition } from '../../facts/document.ts';
import { interpolate } from '../../ports/read/interpolate.ts';
import { readPort } from '../../ports/read/port.ts';
import { get, type Node, type Tree } from '../../syntax/tree.ts';
import type { Mapped } from '../../text/mapped.ts';
import { covers, type Span } from '../../text/span.ts';

/** How a format names and writes its variables. */
export interface PortVariablesOptions {
  /** What names begin with: `.Values.`. */
  readonly prefix?: string;
  /** Fills in the variables of the format. */
  readonly fill?: (text: Mapped) => Mapped;
  /** Keys of maps in maps, joined by dots, are names too. */
  readonly isDeep?: boolean;
}

/** The scalars of a map that are ports, as variables under their keys. Others are not looked for. */
export function portVariables(
  node: Node | undefined,
  options: PortVariablesOptions = {},
): readonly VariableDefinition[] {
  const { prefix = '', fill = asWritten, isDeep = false } = options;
  if (node?.kind !== 'map') return [];
  return node.entries.flatMap(({ key, value, merged }) => {
    // What stands elsewhere (an alias) is met there.
    if (!value || merged || !covers(node.span, value.span)) return [];
    const name = prefix + key.text;
    if (value.kind === 'scalar') return portVariable(name, key.inner, fill(value.mapped));
    return isDeep ? portVariables(value, { ...options, prefix: `${name}.` }) : [];
  });
}

/** What the maps under some keys set, or else the file itself. */
export function rootVariables(...keys: readonly string[]): (tree: Tree) => readonly VariableDefinition[] {
  const fill = (text: Mapped): Mapped => interpolate(text, 'backslash');
  return ({ documents }) =>
    documents.flatMap(document =>
      (keys.length > 0 ? keys.map(key => get(document, key)) : [document]).flatMap(map => portVariables(map, { fill })),
    );
}

/** One, where the value is a number or an expression that may be one. */
export function portVariable(name: string, nameSpan: Span, value: Mapped): readonly VariableDefinition[] {
  if (!/^[\d\uFFFC]{1,6}$/.test(value.text)) return [];
  return [{ name, nameSpan, value, port: readPort(value).value }];
}

function asWritten(text: Mapped): Mapped {
  return text;
}
