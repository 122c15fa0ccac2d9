import { showRange } from '../../../../registry/port.ts';
import { writtenRange } from '../../ports/value.ts';
import { dirname, relativePath } from '../../text/path.ts';
import type { Cluster, ClusterObject } from '../../workspace/cluster/cluster.ts';
import { meetOnNode, type NodePort } from '../../workspace/cluster/nodePorts.ts';
import type { RawFinding, RuleContext } from '../rule.ts';
import { nextFreeFix } from './nextFreeFix.ts';

export type NodeMessage = keyof typeof NODE_MESSAGES;

/** Wording of `host-port-collision` for Kubernetes. */
export const NODE_MESSAGES = {
  'node-port':
    'The Service `{other}`{where} has nodePort {port} too, and each node has it once, so the API server refuses the second: choose another',
  'pod-port':
    '`{other}`{where} takes hostPort {port} too, so the pods of the two cannot run on one node: give one of them another, or send to it through a Service',
  'own-port': '{owner} takes hostPort {port} twice, and the API server refuses such a pod: drop one of the two',
  'node-first': '{port} is taken here too',
} as const;

/** Two Services with one nodePort, or two pods with one hostPort, which will meet in one cluster. */
export function* nodeCollisions(context: RuleContext): Iterable<RawFinding<NodeMessage>> {
  const { facts, workspace } = context;
  if (!facts.kubernetes) return;
  const cluster = workspace.cluster();
  const own = cluster.nodePortsOf(facts.path);
  const places = new Map(own.map((each, index) => [each, index]));
  for (const here of own) {
    const range = writtenRange(here.port.value);
    if (!range || here.by.isOpen) continue;
    const rivals = cluster.nodePortsAt(range);
    if (rivals.length < 2 || rivals.length > MOST) continue;
    const isEarlier = (there: NodePort): boolean => (places.get(there) ?? own.length) < (places.get(here) ?? 0);
    const isRival = (there: NodePort): boolean => meetOnNode(here, there) && isBeside(cluster, here, there);
    // Within a file the later place is the finding; in another file the first counterpart will do.
    const there =
      rivals.find(each => isEarlier(each) && isRival(each)) ??
      rivals.find(each => each.by.path !== facts.path && isRival(each));
    if (!there) continue;
    const isOwn = here.by.object === there.by.object;
    const isNodePort = here.key === 'nodePort';
    yield {
      at: { path: facts.path, span: here.port.span },
      message: isOwn ? 'own-port' : isNodePort ? 'node-port' : 'pod-port',
      severity: isOwn ? 'error' : isNodePort ? 'warning' : 'info',
      data: {
        port: showRange(range),
        owner: quoted(here.by),
        other: there.by.object.name ?? '',
        where: there.by.path === facts.path ? '' : ` in ${relativePath(dirname(facts.path), there.by.path)}`,
      },
      related: [
        { path: there.by.path, span: there.port.span, message: 'node-first', data: { port: showRange(range) } },
      ],
      fixes: isNodePort ? nextFreeFix(context, { ...here.port, range }) : [],
    };
  }
}

/** A number with more users is one that everybody copies, and not one cluster's. */
const MOST = 50;

/** Two different objects that are applied together. Objects of one name are one object, or the same for another cluster. */
function isBeside(cluster: Cluster, { by: a, key }: NodePort, { by: b }: NodePort): boolean {
  if (a.object === b.object) return key === 'hostPort';
  if (b.isOpen || a.object.name === undefined || b.object.name === undefined) return false;
  return a.object.name !== b.object.name && (a.path === b.path || cluster.areTogether(a.path, b.path));
}

function quoted({ object: { name } }: ClusterObject): string {
  return name === undefined ? 'The pod' : `\`${name}\``;
}
