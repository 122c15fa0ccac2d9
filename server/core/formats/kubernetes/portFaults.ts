import type { Fault } from '../../facts/document.ts';
import { get, isNull, items, type Node, type Scalar, scalar, type Tree } from '../../syntax/tree.ts';
import { isWorkload, objectNodes, probeNodes, templateNode } from './objectNodes.ts';

/**
 * What the API server refuses in the ports of its own kinds of objects, beside numbers that no port can have.
 * https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#ports
 */
export function portFaults({ documents }: Tree): readonly Fault[] {
  return documents.flatMap(objectNodes).flatMap(object => {
    const kind = scalar(get(object, 'kind'))?.text ?? '';
    const spec = get(object, 'spec');
    if (isWorkload(kind)) return inPod(get(templateNode(kind, object), 'spec'));
    if (kind === 'Service' && scalar(get(object, 'apiVersion'))?.text === 'v1') return inService(spec);
    return kind === 'NetworkPolicy' && isOwnPolicy(object) ? inPolicy(spec) : [];
  });
}

/** Calico has a kind of the same name. */
function isOwnPolicy(object: Node): boolean {
  return scalar(get(object, 'apiVersion'))?.text.startsWith('networking.k8s.io/') === true;
}

function inPod(spec: Node | undefined): readonly Fault[] {
  const containers = ['containers', 'initContainers'].flatMap(key => items(get(spec, key)));
  return containers.flatMap(container => [
    ...items(get(container, 'ports')).flatMap(port => [
      ...number(port, 'containerPort'),
      ...number(port, 'hostPort'),
      ...protocol(port),
      ...ownName(scalar(get(port, 'name'))),
    ]),
    ...probeNodes(container).flatMap(({ node }) => [
      ...numberOrName(get(node, 'httpGet'), 'port'),
      ...numberOrName(get(node, 'tcpSocket'), 'port'),
      ...number(get(node, 'grpc'), 'port'),
    ]),
  ]);
}

function inService(spec: Node | undefined): readonly Fault[] {
  return items(get(spec, 'ports')).flatMap(port => [
    ...number(port, 'port'),
    ...number(port, 'nodePort'),
    ...numberOrName(port, 'targetPort'),
    ...protocol(port),
  ]);
}

function inPolicy(spec: Node | undefined): readonly Fault[] {
  const rules = ['ingress', 'egress'].flatMap(key => items(get(spec, key)));
  return rules.flatMap(rule =>
    items(get(rule, 'ports')).flatMap(port => [
      ...numberOrName(port, 'port'),
      ...number(port, 'endPort'),
      ...protocol(port),
    ]),
  );
}

function number(map: Node | undefined, key: string): readonly Fault[] {
  const node = scalar(get(map, key));
  return node && isKnown(node) ? [...quotedNumber(node), ...wordForNumber(node, key)] : [];
}

function numberOrName(map: Node | undefined, key: string): readonly Fault[] {
  const node = scalar(get(map, key));
  return node && isKnown(node) ? [...quotedNumber(node), ...(/^-?\d+$/.test(node.text) ? [] : nameFault(node))] : [];
}

/** What a tool fills in before Kubernetes reads the file: `${PORT}`, `{{ .port }}`, `<port>`, `%PORT%`, `__PORT__`, `$PORT`. */
function isKnown({ text }: Scalar): boolean {
  return text !== '' && !/[\s${<%@(`!]|\[\[|__/.test(text);
}

/** To the API server a text is no number, however it reads. */
function quotedNumber(node: Scalar): readonly Fault[] {
  const isQuoted = node.style === 'single' || node.style === 'double';
  if (!isQuoted || !/^\d{1,5}$/.test(node.text) || node.tag !== undefined) return [];
  const fix = {
    title: `Write ${node.text} without quotes`,
    span: node.span,
    newText: node.text,
    safety: 'safe',
  } as const;
  return [fault('quoted-number', node, { text: node.text }, fix)];
}

/** A word in capitals waits for its value: `APP_PORT`. */
function wordForNumber(node: Scalar, key: string): readonly Fault[] {
  return /[a-z]/.test(node.text) && node.style !== 'literal' && !isNull(node)
    ? [fault('no-number', node, { text: node.text, key })]
    : [];
}

function protocol(port: Node): readonly Fault[] {
  const node = scalar(get(port, 'protocol'));
  if (!node || !isKnown(node) || PROTOCOLS.has(node.text)) return [];
  const upper = node.text.toUpperCase();
  if (!PROTOCOLS.has(upper)) return [fault('no-protocol', node, { text: node.text })];
  const fix = node.exact
    ? ({ title: `Write ${upper}`, span: node.inner, newText: upper, safety: 'safe' } as const)
    : undefined;
  return [fault('protocol-case', node, { text: node.text, upper }, fix)];
}

const PROTOCOLS: ReadonlySet<string> = new Set(['TCP', 'UDP', 'SCTP']);

function ownName(node: Scalar | undefined): readonly Fault[] {
  return node && isKnown(node) && !(node.style === 'plain' && /^(?:~|null)$/i.test(node.text)) ? nameFault(node) : [];
}

/** https://www.rfc-editor.org/rfc/rfc6335#section-5.1 */
function nameFault(node: Scalar): readonly Fault[] {
  const { text } = node;
  const reason =
    text.length > LONGEST
      ? `more than ${LONGEST} characters`
      : /[A-Z]/.test(text)
        ? 'a capital letter'
        : /[^a-z\d-]/.test(text)
          ? 'a character that is no letter, digit or hyphen'
          : !/[a-z]/.test(text)
            ? 'no letter'
            : /^-|-$|--/.test(text)
              ? 'a hyphen at an end or beside another'
              : undefined;
  return reason === undefined ? [] : [fault('port-name', node, { text, reason })];
}

const LONGEST = 15;

function fault(message: string, node: Scalar, data: Fault['data'], fix?: Fault['fix']): Fault {
  return { rule: 'malformed-port', message, span: node.inner, path: [], ...(data && { data }), ...(fix && { fix }) };
}
