import { append } from '../text/append.ts';
import { opaque } from '../text/mapped.ts';
import type { Span } from '../text/span.ts';
import { exactScalar, mappedScalar } from './sourceScalar.ts';
import type { Comment, MapEntry, MapNode, Tree } from './tree.ts';

/**
 * An Ansible inventory in the form of INI: a map of sections, and in each a map for every host with its variables, and
 * with the host itself, `web1:2222`, as `@host`. A section `[web:vars]` is a map of variables.
 * https://docs.ansible.com/ansible/latest/collections/ansible/builtin/ini_inventory.html
 */
export function readInventory(text: string): Tree {
  const comments: Comment[] = [];
  const root: MapEntry[] = [];
  let entries = root;
  let kind = '';
  for (let start = text.startsWith('\uFEFF') ? 1 : 0; start < text.length; ) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    const words = wordsOf(text, { start, end }, comments);
    const [first] = words;
    start = end + 1;
    if (!first) continue;
    const header = /^\[([^\]]{1,200})\]/.exec(text.slice(first.start, first.end))?.[1];
    if (header !== undefined) {
      kind = header.slice(header.lastIndexOf(':') + 1);
      entries = addMap(root, text, { start: first.start + 1, end: first.start + 1 + header.length });
    } else if (kind === 'vars') {
      append(entries, variable(text, { start: first.start, end: words.at(-1)?.end ?? first.end }));
    } else if (kind !== 'children') {
      const host = addMap(entries, text, first);
      host.push({ key: mappedScalar(opaque('@host', first)), value: exactScalar(text, first), merged: false });
      for (const word of words.slice(1)) append(host, variable(text, word));
    }
  }
  return { documents: root.length > 0 ? [mapOf(root, { start: 0, end: text.length })] : [], comments, errors: [] };
}

function addMap(around: MapEntry[], text: string, key: Span): MapEntry[] {
  const entries: MapEntry[] = [];
  around.push({ key: exactScalar(text, key), value: mapOf(entries, key), merged: false });
  return entries;
}

function mapOf(entries: readonly MapEntry[], span: Span): MapNode {
  return { kind: 'map', span, flow: false, entries };
}

/** `ansible_port=2222`, `motd="a b"`; nothing where no value is given. */
function variable(text: string, word: Span): readonly MapEntry[] {
  const written = text.slice(word.start, word.end);
  const equals = written.indexOf('=');
  if (equals < 1) return [];
  const keyEnd = word.start + written.slice(0, equals).trimEnd().length;
  const behind = written.slice(equals + 1);
  const from = word.start + equals + 1 + (behind.length - behind.trimStart().length);
  const quote = text[from];
  const isQuoted = (quote === '"' || quote === "'") && word.end - from > 1 && text[word.end - 1] === quote;
  const span = { start: from, end: word.end };
  const inner = isQuoted ? { start: from + 1, end: word.end - 1 } : span;
  const value = exactScalar(text, inner, span, isQuoted ? (quote === '"' ? 'double' : 'single') : 'plain');
  return [{ key: exactScalar(text, { start: word.start, end: keyEnd }), value, merged: false }];
}

/** The stretches between blanks; blanks in quotes count as any character. A `#` in front of one begins a comment. */
function wordsOf(text: string, line: Span, comments: Comment[]): readonly Span[] {
  const words: Span[] = [];
  let quote = '';
  let start = -1;
  for (let at = line.start; at < line.end; at++) {
    const char = text[at] ?? '';
    const isBlank = quote === '' && /\s/.test(char);
    if (start < 0 && !isBlank && (char === '#' || (char === ';' && words.length === 0))) {
      const end = text[line.end - 1] === '\r' ? line.end - 1 : line.end;
      comments.push({ span: { start: at, end }, alone: words.length === 0 });
      return words;
    }
    if (start < 0 && !isBlank) start = at;
    else if (start >= 0 && isBlank) {
      words.push({ start, end: at });
      start = -1;
    }
    if (quote === '' ? char === '"' || char === "'" : char === quote) quote = quote === '' ? char : '';
  }
  if (start >= 0) words.push({ start, end: text[line.end - 1] === '\r' ? line.end - 1 : line.end });
  return words;
}
