import { readToml } from '../../syntax/toml.ts';
import type { Tree } from '../../syntax/tree.ts';
import { readYaml } from '../../syntax/yaml/readYaml.ts';

/** Traefik takes both, and its files are often called neither. */
export function readTomlOrYaml(text: string): Tree {
  return isToml(text) ? readToml(text) : readYaml(text);
}

/** The first line that is neither empty, a comment nor of a template tells: `[table]` or `key = value`. */
export function isToml(text: string): boolean {
  let start = 0;
  while (start < text.length) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    const line = text.slice(start, Math.min(end, start + LONGEST)).trim();
    if (line !== '' && !/^(?:#|\{[{%#])/.test(line)) return /^(?:\[{1,2}[\w."']|[\w."-]+[ \t]*=)/.test(line);
    start = end + 1;
  }
  return false;
}

const LONGEST = 300;
