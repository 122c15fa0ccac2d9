import { readJson } from './json.ts';
import type { Tree } from './tree.ts';

/** For programs that take JSON besides their own syntax, whatever the file is called. */
export function jsonOr(other: (text: string) => Tree): (text: string) => Tree {
  return text => (LIKE_JSON.test(text) ? readJson(text) : other(text));
}

/** A map or a list of maps, and neither a table of TOML (`[server]`) nor a template (`{{ … }}`, `{% … %}`). */
const LIKE_JSON = /^\uFEFF?\s*(?:\{(?![{%])|\[\s*\{)/;
