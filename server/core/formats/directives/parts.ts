import type { FileReference } from '../../facts/document.ts';
import type { Node, Scalar, Tree } from '../../syntax/tree.ts';
import { dirname, resolvePath } from '../../text/path.ts';

/** The arguments of the directives of some names, wherever they stand; the names in lower case. */
export function directivesOf({ documents }: Tree, names: ReadonlySet<string>): readonly (readonly Scalar[])[] {
  return documents.flatMap(document => inside(document, names));
}

function inside(node: Node, names: ReadonlySet<string>): readonly (readonly Scalar[])[] {
  if (node.kind !== 'map') return [];
  return node.entries.flatMap(({ key, value }) => {
    if (value?.kind !== 'list') return [];
    const words = value.items.filter(item => item.kind === 'scalar');
    const own = names.has(key.text.toLowerCase()) ? [words] : [];
    return [...own, ...value.items.flatMap(item => inside(item, names))];
  });
}

/**
 * The files that `include` and its kin bring in. A path is held against the folder of the file and the one above, as it
 * mostly starts in the folder of the server's first file.
 */
export function partsOf(
  tree: Tree,
  { path, text }: { readonly path: string; readonly text: string },
): readonly FileReference[] {
  if (!/include/i.test(text)) return [];
  const folder = dirname(path);
  return directivesOf(tree, INCLUDES).flatMap(([written]) => {
    if (!written || /[${%]|\/$|^$/.test(written.text)) return [];
    const paths = new Set([folder, dirname(folder)].map(base => resolvePath(base, written.text)));
    return [...paths].map(path => ({ kind: 'part', path, span: written.inner, required: false }) as const);
  });
}

const INCLUDES: ReadonlySet<string> = new Set(['include', 'includeoptional']);
