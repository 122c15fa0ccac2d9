import { readJson } from '../../syntax/json.ts';
import type { Tree } from '../../syntax/tree.ts';
import { readYaml } from '../../syntax/yaml/readYaml.ts';

/** For programs that take both, whatever the file is called. */
export function readYamlOrJson(text: string): Tree {
  return /^\uFEFF?\s*[{[]/.test(text.slice(0, 1000)) ? readJson(text) : readYaml(text);
}
