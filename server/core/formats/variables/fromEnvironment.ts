import type { VariableDefinition, VariableSource } from '../../facts/document.ts';
import type { Tree } from '../../syntax/tree.ts';
import { basename, dirname } from '../../text/path.ts';
import type { Source } from '../format.ts';
import type { TreeFormat } from '../tree/treeFormat.ts';

/** For files whose variables are those of the environment: what the file sets itself, then the nearest `.env`. */
export function fromEnvironment(
  own: (tree: Tree, source: Source) => readonly VariableDefinition[] = () => [],
  nameOf?: (name: string) => string,
): NonNullable<TreeFormat['facts']> {
  return (tree, source) => ({
    variables: own(tree, source),
    variableSources: [ownFile(source), dotenvAt(dirname(source.path))].map(each =>
      nameOf ? { ...each, nameOf } : each,
    ),
  });
}

/** Named among the others, a file comes in its turn. */
export function ownFile({ path }: Pick<Source, 'path'>): VariableSource {
  return { folder: dirname(path), files: basename(path) };
}

/** The `.env` of a folder, or of one above it. */
export function dotenvAt(folder: string): VariableSource {
  return { folder, files: '.env', isAbove: true };
}
