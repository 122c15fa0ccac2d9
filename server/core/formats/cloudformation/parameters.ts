import type { VariableDefinition } from '../../facts/document.ts';
import { get, scalar, type Tree } from '../../syntax/tree.ts';
import { variable } from '../variables/variable.ts';

/** The defaults of a template's parameters. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html */
export function parametersOf({ documents }: Tree): readonly VariableDefinition[] {
  const parameters = get(documents[0], 'Parameters');
  if (parameters?.kind !== 'map') return [];
  return parameters.entries.flatMap(({ key, value }) => {
    const written = scalar(get(value, 'Default'))?.mapped;
    return written ? [variable(key.text, key.inner, written)] : [];
  });
}
