import { readJson } from '../../syntax/json.ts';
import type { Tree } from '../../syntax/tree.ts';
import { readYaml } from '../../syntax/yaml/readYaml.ts';

/** A manifest is YAML, or JSON by whatever name. */
export function readManifest(text: string): Tree {
  return /^\uFEFF?\s{0,99}\{\s*"/.test(text) ? readJson(text) : readYaml(text);
}
