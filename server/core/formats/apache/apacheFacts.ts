import type { VariableDefinition } from '../../facts/document.ts';
import type { Tree } from '../../syntax/tree.ts';
import { directivesOf, partsOf } from '../directives/parts.ts';
import type { TreeFormat } from '../tree/treeFormat.ts';
import { fromEnvironment } from '../variables/fromEnvironment.ts';
import { portVariable } from '../variables/portVariables.ts';

/** What a file defines holds in the files that it includes too. https://httpd.apache.org/docs/2.4/mod/core.html#define */
export const apacheFacts: NonNullable<TreeFormat['facts']> = (tree, source, text) => ({
  ...fromEnvironment(definesOf)(tree, source, text),
  references: partsOf(tree, source),
});

function definesOf(tree: Tree): readonly VariableDefinition[] {
  return directivesOf(tree, DEFINE).flatMap(([name, value]) =>
    name && value ? portVariable(name.text, name.inner, value.mapped) : [],
  );
}

const DEFINE: ReadonlySet<string> = new Set(['define']);
