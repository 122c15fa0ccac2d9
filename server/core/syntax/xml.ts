import type { Tree } from './tree.ts';
import { readAttributes, skipXmlBlanks } from './xml/attributes.ts';
import { declarationEnd } from './xml/declaration.ts';
import { Elements } from './xml/elements.ts';

/**
 * Reads XML as a map with the root element as its entry. An element of text alone is a scalar. Any other is a map of its
 * attributes, as `@name`, and its children in their order; text beside them is `#text`. An empty element has no value.
 * https://www.w3.org/TR/xml/
 */
export function readXml(text: string): Tree {
  const elements = new Elements(text);
  let at = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  while (at < text.length) {
    const tag = text.indexOf('<', at);
    const stop = tag < 0 ? text.length : tag;
    addText(elements, at, stop);
    at = tag < 0 ? stop : readMarkup(elements, tag);
  }
  elements.closeAll();
  const { root, rootSpan: span, comments, errors } = elements;
  return { documents: span ? [{ kind: 'map', span, flow: false, entries: root }] : [], comments, errors };
}

const BYTE_ORDER_MARK = 0xfeff;
const NAME_START = /[A-Za-z_:\u0080-\uFFFF]/;
const NAME = /[^\s/>=<"']*/y;

/** Reads what begins with the `<` at `start`, and says where it ends. */
function readMarkup(elements: Elements, start: number): number {
  const { source } = elements;
  const char = source[start + 1] ?? '';
  if (char === '/') return readClosingTag(elements, start);
  if (char === '?') return endOf(elements, start, '?>');
  if (NAME_START.test(char)) return readTag(elements, start);
  if (source.startsWith('<!--', start)) return readComment(elements, start);
  if (source.startsWith('<![CDATA[', start)) return readCdata(elements, start);
  if (char === '!') return declarationEnd(source, start);
  elements.fail(start, start + 1, 'This is no tag');
  addText(elements, start, start + 1);
  return start + 1;
}

function readTag(elements: Elements, start: number): number {
  const name = nameAt(elements, start + 1);
  const { entries, end, empty } = readAttributes(elements, name.end);
  elements.open(start, name, entries);
  if (empty) elements.closeLast(end);
  return end;
}

function readClosingTag(elements: Elements, start: number): number {
  const { source } = elements;
  const name = nameAt(elements, start + 2);
  const behind = skipXmlBlanks(source, name.end);
  const end = source[behind] === '>' ? behind + 1 : name.end;
  if (end === name.end) elements.fail(start, end, 'The tag is not closed');
  elements.close(name, start, end);
  return end;
}

function nameAt({ source }: Elements, start: number): { readonly start: number; readonly end: number } {
  NAME.lastIndex = start;
  return { start, end: start + (NAME.exec(source)?.[0].length ?? 0) };
}

function readComment(elements: Elements, start: number): number {
  const { source } = elements;
  const end = endOf(elements, start, '-->');
  let before = start;
  while (source[before - 1] === ' ' || source[before - 1] === '\t') before--;
  const alone = before === 0 || /[\r\n\uFEFF]/.test(source[before - 1] ?? '');
  elements.comments.push({ span: { start, end }, alone });
  return end;
}

function readCdata(elements: Elements, start: number): number {
  const { source } = elements;
  const end = endOf(elements, start, ']]>');
  const from = start + '<![CDATA['.length;
  const stop = source.startsWith(']]>', end - 3) && end - 3 >= from ? end - 3 : end;
  elements.addText({ span: { start: from, end: stop }, outer: { start, end }, cdata: true });
  return end;
}

/** Behind the `terminator`; without one, what begins at `start` goes to the end of the text. */
function endOf(elements: Elements, start: number, terminator: string): number {
  const found = elements.source.indexOf(terminator, start + 2);
  if (found >= 0) return found + terminator.length;
  elements.fail(start, start + 2, `This has no \`${terminator}\``);
  return elements.source.length;
}

function addText(elements: Elements, start: number, end: number): void {
  const span = { start, end };
  elements.addText({ span, outer: span, cdata: false });
}
