import { asProtocol, type Protocol } from '../../../../registry/port.ts';
import type { FirewallPorts, FirewallRule } from '../../facts/firewallRule.ts';
import { listItems } from '../../ports/read/hostPort.ts';
import { readPort } from '../../ports/read/port.ts';
import { get, items, type Node, type Scalar } from '../../syntax/tree.ts';
import { type Mapped, slice } from '../../text/mapped.ts';

/** How a provider writes a rule: the keys of its parts. */
export interface RuleKeys {
  /** Every one must have its value, in any case; `undefined` among the values: may be absent. */
  readonly inbound?: Readonly<Record<string, readonly (string | undefined)[]>>;
  readonly from?: string;
  readonly to?: string;
  /** A number or a range in one text, or a list of them. */
  readonly ranges?: readonly string[];
  readonly protocol: string;
  readonly sources: readonly string[];
  /** A protocol whose ports do not count, as it is all of them: `-1` of AWS. */
  readonly allProtocols?: readonly string[];
}

/** The resource that a rule stands in, where that tells more. */
export interface Around {
  /** Those of all its rules; each rule's own without them. */
  readonly sources?: readonly Mapped[] | undefined;
  readonly about?: Node | undefined;
}

export type Fill = (scalar: Scalar) => Mapped;

/** Reads a rule; undefined where it lets nothing in, is about no ports, or has no source. */
export function readRule(
  body: Node,
  keys: RuleKeys,
  resource: string,
  fill: Fill,
  around: Around = {},
): FirewallRule | undefined {
  if (!isInbound(body, keys, fill)) return undefined;
  const sources = around.sources ?? sourcesOf(body, keys, fill);
  const [source] = sources;
  if (!source) return undefined;
  const [written] = texts(get(body, keys.protocol));
  const protocol = protocolOf(written?.text);
  if (protocol === 'other') return undefined;
  const isAll = keys.allProtocols?.includes(written?.text.toLowerCase() ?? '') === true;
  const ports = portsOf(body, keys, fill);
  // A number that nobody could read is no sign of all ports.
  if (ports === undefined) return undefined;
  const place = ports[0]?.first.span ?? written?.inner ?? source.span;
  return {
    resource,
    words: wordsOf(body),
    about: around.about ? wordsOf(around.about) : [],
    isConditional: false,
    sources,
    protocol,
    ports: isAll ? [] : ports,
    span: place,
  };
}

/** The networks of a rule, or of what stands around it. */
export function sourcesOf(node: Node, { sources }: RuleKeys, fill: Fill): readonly Mapped[] {
  return sources.flatMap(key => texts(get(node, key))).flatMap(scalar => parts(fill(scalar)));
}

function wordsOf(node: Node): readonly string[] {
  return ['description', 'Description', 'name', 'GroupDescription', 'GroupName'].flatMap(key =>
    texts(get(node, key)).map(({ text }) => text),
  );
}

function isInbound(body: Node, { inbound = {} }: RuleKeys, fill: Fill): boolean {
  return Object.entries(inbound).every(([key, values]) => {
    const [written] = texts(get(body, key));
    return values.includes(written && fill(written).text.toLowerCase());
  });
}

/** By number too. https://www.iana.org/assignments/protocol-numbers/ */
function protocolOf(written: string | undefined): Protocol | undefined | 'other' {
  if (written === undefined || /^(?:-1|\*|all|any|)$/i.test(written)) return undefined;
  const named = { 6: 'tcp', 17: 'udp' }[written] ?? written.toLowerCase();
  return asProtocol(named) ?? 'other';
}

/** Undefined where a port stands there that could not be read. */
function portsOf(body: Node, { from, to, ranges = [] }: RuleKeys, fill: Fill): readonly FirewallPorts[] | undefined {
  if (from !== undefined && to !== undefined) {
    const [first] = texts(get(body, from));
    const [last] = texts(get(body, to));
    if (!first || !last) return get(body, from) || get(body, to) ? undefined : [];
    return [{ first: readPort(fill(first)), last: readPort(fill(last)) }];
  }
  const nodes = ranges.map(key => get(body, key)).filter(node => node !== undefined);
  if (nodes.some(node => node.kind === 'map')) return undefined;
  return nodes
    .flatMap(texts)
    .filter(({ text }) => !/^(?:\*|all|any|0)$/i.test(text))
    .flatMap(scalar => {
      const text = fill(scalar);
      return listItems(text.text).map(({ from: start, to: end }) => ({
        first: readPort(text, start, end, '-'),
        last: undefined,
      }));
    });
}

/** A text, or the texts of a list. */
function texts(node: Node | undefined): readonly Scalar[] {
  return (node?.kind === 'list' ? items(node) : [node]).filter(each => each?.kind === 'scalar');
}

/** Several networks may stand in one text, behind commas. */
function parts(text: Mapped): readonly Mapped[] {
  return text.text === '' ? [] : listItems(text.text).map(({ from, to }) => slice(text, from, to));
}
