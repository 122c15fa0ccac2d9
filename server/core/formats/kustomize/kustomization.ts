import type { Kustomization, PatchTarget } from '../../facts/kubernetes.ts';
import { get, items, type Node, type Scalar, scalar, type Tree } from '../../syntax/tree.ts';
import { optional } from '../../text/optional.ts';
import { basename, dirname, resolvePath } from '../../text/path.ts';
import { readManifest } from '../kubernetes/readManifest.ts';

/** What a kustomization puts together, and which objects it changes; undefined for any other file. */
export function kustomization({ documents: [root] }: Tree, path: string): Kustomization | undefined {
  if (!/^kustomization(?:\.ya?ml)?$/.test(basename(path)) || !root) return undefined;
  const folder = dirname(path);
  const paths = (...nodes: readonly (Node | undefined)[]): readonly string[] =>
    nodes
      .flatMap(items)
      .flatMap(item => scalar(item) ?? [])
      .filter(({ text }) => !text.includes('\n') && !text.includes('://'))
      .map(({ text }) => resolvePath(folder, text));
  const strategic = items(get(root, 'patchesStrategicMerge')).flatMap(item => scalar(item) ?? []);
  const patches = [...items(get(root, 'patches')), ...items(get(root, 'patchesJson6902'))];
  const files = [
    ...strategic.filter(({ text }) => !text.includes('\n')),
    ...patches.flatMap(patch => scalar(get(patch, 'path')) ?? []),
  ].map(({ text }) => resolvePath(folder, text));
  return {
    resources: paths(get(root, 'resources'), get(root, 'bases'), get(root, 'components')),
    patchFiles: files,
    targets: [
      ...strategic.filter(({ text }) => text.includes('\n')).flatMap(targetsIn),
      ...patches.flatMap(patch => targetsOf(patch)),
      // These change objects that nothing here names.
      ...(['transformers', 'replacements', 'components'].some(key => get(root, key) !== undefined) ? [{}] : []),
    ],
  };
}

/** A patch without a target names the object that it changes; where that is in another file, the file does. */
function targetsOf(patch: Node): readonly PatchTarget[] {
  const target = get(patch, 'target');
  if (target) return [{ ...named('kind', get(target, 'kind')), ...named('name', get(target, 'name')) }];
  const inline = scalar(get(patch, 'patch'));
  return inline ? targetsIn(inline) : [];
}

function targetsIn({ text }: Scalar): readonly PatchTarget[] {
  return readManifest(text).documents.map(document => ({
    ...named('kind', get(document, 'kind')),
    ...named('name', get(get(document, 'metadata'), 'name')),
  }));
}

/** Names of targets may be regular expressions. */
function named<K extends keyof PatchTarget>(key: K, node: Node | undefined): PatchTarget {
  const text = scalar(node)?.text;
  return optional(key, text !== undefined && /^[\w.-]+$/.test(text) ? text : undefined);
}
