import { asProtocol, type Protocol } from '../../../../registry/port.ts';
import type { Labels, PortKey } from '../../facts/kubernetes.ts';
import { readPort } from '../../ports/read/port.ts';
import type { PortText } from '../../ports/value.ts';
import { get, type Node, type Scalar, scalar } from '../../syntax/tree.ts';
import { type Mapped, UNKNOWN } from '../../text/mapped.ts';

/** The text of a scalar with the variables of the format filled in. */
export type TextOf = (scalar: Scalar) => Mapped;

/** The text under a key; undefined where it is missing, empty, or nobody can tell. */
export function textAt(map: Node | undefined, key: string, text: TextOf): string | undefined {
  const node = scalar(get(map, key));
  return node && known(node, text);
}

/** What any placeholder of a template stands for, nobody can tell: `${PORT}`, `<port>`, `$(PORT)`. */
function known(node: Scalar, text: TextOf): string | undefined {
  const value = text(node).text;
  return value === '' || value.includes(UNKNOWN) || /[${<%]/.test(node.text) ? undefined : value;
}

/** Labels whose text is known; a value that is not stands as one that nothing equals. */
export function labelsOf(node: Node | undefined, text: TextOf): Labels {
  if (node?.kind !== 'map') return new Map();
  return new Map(
    node.entries.map(({ key, value }) => [
      key.text,
      (value?.kind === 'scalar' ? known(value, text) : undefined) ?? UNKNOWN,
    ]),
  );
}

/** A number, or nothing. */
export function numberAt(map: Node | undefined, key: string, text: TextOf): PortText | undefined {
  const node = scalar(get(map, key));
  return node && readPort(text(node));
}

/** A name or a number. */
export function keyAt(map: Node | undefined, key: string, text: TextOf): PortKey | undefined {
  const node = scalar(get(map, key));
  return node && { text: known(node, text), span: node.inner };
}

/** TCP where none is written. */
export function protocolAt(map: Node | undefined, text: TextOf): Protocol | undefined {
  const node = scalar(get(map, 'protocol'));
  return asProtocol(node ? text(node).text : 'tcp');
}
