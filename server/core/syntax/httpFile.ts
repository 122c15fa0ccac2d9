import { lineEnd, nextLine, skipBlanks, trimmedEnd } from './keyValue/lines.ts';
import { exactScalar } from './sourceScalar.ts';
import type { Comment, MapEntry, Tree } from './tree.ts';

/**
 * Reads the requests of a `.http` file into one map: `request` with the URL, each header under its name, `body`, and each
 * variable under its name with the `@`. https://www.jetbrains.com/help/idea/exploring-http-syntax.html
 */
export function readHttpFile(text: string): Tree {
  const comments: Comment[] = [];
  const entries: MapEntry[] = [];
  const add = (key: [number, number], value: [number, number], name?: string): void => {
    const written = exactScalar(text, { start: key[0], end: key[1] });
    entries.push({
      key: name === undefined ? written : { ...written, text: name, exact: false },
      value: exactScalar(text, { start: value[0], end: trimmedEnd(text, value[0], value[1]) }),
      merged: false,
    });
  };
  let part: 'before' | 'headers' | 'body' = 'before';
  let body = -1;
  const endBody = (end: number): void => {
    if (body >= 0) add([body, body], [body, end], 'body');
    body = -1;
  };
  const begin = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  for (let at = begin; at < text.length; at = nextLine(text, lineEnd(text, at))) {
    const end = lineEnd(text, at);
    const start = skipBlanks(text, at, end);
    const isSeparator = text.startsWith('###', at);
    if (isSeparator) {
      endBody(at);
      part = 'before';
    }
    if (part === 'body') {
      if (body < 0 && start < end) body = start;
    } else if (isSeparator || text[start] === '#' || text.startsWith('//', start)) {
      comments.push({ span: { start, end }, alone: true });
    } else if (start === end) {
      if (part === 'headers') part = 'body';
    } else if (part === 'before' && text[start] === '@') {
      const equals = start + text.slice(start, end).indexOf('=');
      if (equals > start) add([start, trimmedEnd(text, start, equals)], [skipBlanks(text, equals + 1, end), end]);
    } else if (part === 'before') {
      if (/[<>]/.test(text[start] ?? '')) continue;
      add([start, start], [start, end], 'request');
      part = 'headers';
    } else if (at === start) {
      const colon = start + text.slice(start, end).indexOf(':');
      if (colon >= start) add([start, colon], [skipBlanks(text, colon + 1, end), end]);
    }
  }
  endBody(text.length);
  const root = { kind: 'map', span: { start: 0, end: text.length }, flow: false, entries } as const;
  return { documents: entries.length > 0 ? [root] : [], comments, errors: [] };
}

const BYTE_ORDER_MARK = 0xfeff;
