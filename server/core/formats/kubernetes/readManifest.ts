import { readJson } from '../../syntax/json.ts';
import { maskGoTemplate } from '../../syntax/maskGoTemplate.ts';
import type { Tree } from '../../syntax/tree.ts';
import { readYaml } from '../../syntax/yaml/readYaml.ts';

/** A manifest is YAML, or JSON by whatever name. */
export function readManifest(text: string): Tree {
  return /^\uFEFF?\s{0,99}\{\s*"/.test(text) ? readJson(text) : readYaml(text);
}

/** Covers what Go and Jinja put into manifests, so that YAML can be read over it; every offset stays. */
export function maskManifest(text: string): string {
  const masked = maskGoTemplate(text);
  return masked.includes('{%') ? masked.replace(/\{%[^\n%]{0,500}%\}/g, found => ' '.repeat(found.length)) : masked;
}
