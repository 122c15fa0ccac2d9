import { bracedText } from './bracedText.ts';
import { readBody } from './hcl/body.ts';
import { HclCursor } from './hcl/hclCursor.ts';
import type { Tree } from './tree.ts';

/**
 * Terraform, Packer, Nomad, Consul, Vault. A block is an entry under its type, with a map for each of its labels around
 * its body. Lists, objects and texts are nodes; any other expression is a plain scalar of its source.
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
export function readHcl(text: string): Tree {
  return bracedText(new HclCursor(text), readBody);
}
