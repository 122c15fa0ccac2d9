import { readBody } from './hcl/body.ts';
import { HclCursor } from './hcl/hclCursor.ts';
import type { MapEntry, Tree } from './tree.ts';

/**
 * Terraform, Packer, Nomad, Consul, Vault. A block is an entry under its type, with a map for each of its labels around
 * its body. Lists, objects and texts are nodes; any other expression is a plain scalar of its source.
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
export function readHcl(text: string): Tree {
  const c = new HclCursor(text);
  const start = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  c.at = start;
  const entries: MapEntry[] = [];
  for (;;) {
    readBody(c, entries);
    if (c.at >= text.length) break;
    c.fail(c.at, c.at + 1, 'No block is open here');
    c.at++;
  }
  const span = { start, end: text.length };
  return { documents: [{ kind: 'map', span, flow: false, entries }], comments: c.comments, errors: c.errors };
}

const BYTE_ORDER_MARK = 0xfeff;
