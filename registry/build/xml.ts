import { SaxesParser } from 'saxes';

/** An element of an XML document; comments and processing instructions are left out. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** The only place that knows the XML parser. Throws, with line and column, where the text is not well-formed. */
export function readXml(text: string): Element {
  const root = { name: '', attributes: {}, children: [] as (Element | string)[] };
  const open = [root];
  const add = (child: Element | string): void => void open.at(-1)?.children.push(child);
  const parser = new SaxesParser();
  parser.on('opentag', tag => {
    const element = { name: tag.name, attributes: tag.attributes as Record<string, string>, children: [] };
    add(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('error', error => {
    throw error;
  });
  parser.write(text).close();
  const element = root.children.find(child => typeof child !== 'string');
  if (element === undefined) throw new Error('the document has no element');
  return element;
}

export function childrenOf(element: Element, name: string): readonly Element[] {
  return element.children.filter(child => typeof child !== 'string').filter(child => child.name === name);
}
