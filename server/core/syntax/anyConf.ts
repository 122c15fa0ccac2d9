import { LIBCONFIG } from './braces/braceDialect.ts';
import { readBraces } from './braces.ts';
import { DOVECOT, LINES, NGINX } from './directives/dialects.ts';
import { readDirectives } from './directives.ts';
import { readJson } from './json.ts';
import { SETTINGS } from './keyValue/dialects.ts';
import { readKeyValue } from './keyValue.ts';
import type { Tree } from './tree.ts';
import { readXml } from './xml.ts';
import { readYaml } from './yaml/readYaml.ts';

/**
 * Reads a file whose name tells no syntax (`*.conf`, `*.cfg`) by the one that its first lines look like: XML, JSON, blocks
 * in braces, `key = value` or words behind each other.
 */
export function readAnyConf(text: string): Tree {
  if (/^\uFEFF?\s*</.test(text)) return readXml(text);
  if (JSON_START.test(text)) return readJson(text);
  if (LIBCONFIG_LIST.test(text)) return readBraces(text, LIBCONFIG);
  const { items, ended, braces, pairs, words } = countLines(text);
  if (items > 0 && items >= ended && items >= braces) return readYaml(text);
  if (ended > pairs && ended >= 2) return readDirectives(text, NGINX);
  if (braces >= 2 && ended === 0) return readDirectives(text, DOVECOT);
  return pairs >= words ? readKeyValue(text, SETTINGS) : readDirectives(text, LINES);
}

/** A brace, perhaps behind comments. */
const JSON_START = /^\uFEFF?(?:\s|(?:#|\/\/)[^\n]*\n|\/\*[^*]*\*\/)*\{\s*["'/#\n]/;

/** `listen: ( { host: "a"; port: "443"; } );`, in which pairs end like statements. */
const LIBCONFIG_LIST = /^\w+[ \t]{0,9}[:=][ \t]{0,9}\r?\n?\(/m;

/** So many lines tell the syntax of a file. */
const ENOUGH = 200;

/** `items` only YAML has; `ended` are those with a semicolon at their end. */
function countLines(text: string): Record<'items' | 'ended' | 'braces' | 'pairs' | 'words', number> {
  let items = 0;
  let ended = 0;
  let braces = 0;
  let pairs = 0;
  let words = 0;
  let start = 0;
  for (let seen = 0; seen < ENOUGH && start < text.length; ) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    const line = text.slice(start, Math.min(end, start + 300)).trim();
    start = end + 1;
    if (line === '' || '#;!'.includes(line.charAt(0)) || line.startsWith('//')) continue;
    seen++;
    if (/^- \w|^[\w-]+:$/.test(line)) items++;
    else if (/^\[[^\]]*\]$|^["'\w.@$/-]+\s{0,40}(?:=(?:[^=]|$)|:(?:\s|[^=:/\s]|$))/.test(line)) pairs++;
    else if (line.endsWith(';')) ended++;
    else if (/[{}]$/.test(line)) braces++;
    else words++;
  }
  return { items, ended, braces, pairs, words };
}
