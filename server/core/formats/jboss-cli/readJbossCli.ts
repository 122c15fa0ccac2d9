import { exactScalar } from '../../syntax/sourceScalar.ts';
import { type Comment, DEEPEST, type MapEntry, type MapNode, type Scalar, type Tree } from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';

/**
 * Each `/a=b/c=d:operation(name=value,…)` as maps under `a`, `b`, `c` and `d`, and each `--name=value` by its name. The
 * `value` that `write-attribute(name=port,value=80)` writes stands under the name that it writes.
 */
export function readJbossCli(text: string): Tree {
  const comments: Comment[] = [];
  const entries: MapEntry[] = [];
  let start = 0;
  while (start < text.length) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    const line = text.slice(start, end);
    if (/^\s*#/.test(line)) comments.push({ span: { start: start + line.indexOf('#'), end }, alone: true });
    else for (const read of readLine(text, { start, end })) entries.push(read);
    start = end + 1;
  }
  const document: MapNode = { kind: 'map', span: { start: 0, end: text.length }, flow: false, entries };
  return { documents: entries.length > 0 ? [document] : [], comments, errors: [] };
}

const PARAMETER = /(?<=[(,\s]|--)([\w.-]{1,80})[ \t]{0,9}=[ \t]{0,9}("[^"\n]{0,400}"|[^,()"\s]{1,400})/g;

function readLine(text: string, line: Span): readonly MapEntry[] {
  const written = text.slice(line.start, line.end);
  const open = written.indexOf('(');
  const address = written.slice(0, Math.max(open, 0));
  const names = [...address.matchAll(/[/=:]([\w.-]+)/g)].map(([, name = '']) => name);
  const found = [...written.matchAll(PARAMETER)].map(({ 0: all, 1: name = '', 2: value = '', index }) => {
    const end = line.start + index + all.length;
    return { name, value: scalarAt(text, { start: end - value.length, end }) };
  });
  const attribute = found.find(({ name }) => name === 'name')?.value.text;
  const values = found.map(({ name, value }) =>
    entry(name === 'value' ? (attribute ?? names.at(-2) ?? name) : name, value),
  );
  // `add` and the like, which say nothing of a value.
  const around = names.slice(0, -1).slice(-DEEPEST);
  return around.reduceRight<readonly MapEntry[]>(
    (inner, name) => [entry(name, { kind: 'map', span: line, flow: false, entries: inner })],
    values,
  );
}

function scalarAt(text: string, span: Span): Scalar {
  if (text[span.start] !== '"') return exactScalar(text, span);
  return exactScalar(text, { start: span.start + 1, end: span.end - 1 }, span, 'double');
}

function entry(name: string, value: MapEntry['value'] & object): MapEntry {
  const place = { start: value.span.start, end: value.span.start };
  return {
    key: { ...exactScalar('', { start: 0, end: 0 }), span: place, inner: place, text: name, exact: false },
    value,
    merged: false,
  };
}
