import type { ContainerPort, PodContainer } from '../../facts/kubernetes.ts';
import { defineRule, type Rule } from '../rule.ts';

export const duplicateContainerPort: Rule<'twice' | 'beside' | 'first'> = defineRule({
  id: 'duplicate-container-port',
  summary: 'A container port that a pod declares twice',
  severity: 'warning',
  minConfidence: 'certain',
  fix: 'none',
  since: '0.1.0',
  messages: {
    twice: '{container} declares {port}/{protocol} a second time, and server-side apply refuses such a list: drop one',
    beside:
      '{container} declares {port}/{protocol} as {other} does, and the containers of a pod share one network, where only one of them can listen on it: give one of them another port',
    first: '{other} declares it here',
  },
  *check({ facts, workspace }) {
    if (!facts.kubernetes) return;
    const { path } = facts;
    for (const { object } of workspace.cluster().objectsOf(path)) {
      if (object.isTemplate || !object.pod) continue;
      const declared = new Map<string, Declared[]>();
      for (const container of object.pod.containers) {
        for (const port of container.isRunning ? container.ports : []) {
          const key = keyOf(port);
          if (key === undefined) continue;
          const known = declared.get(key) ?? [];
          const same = known.filter(other => overlaps(port, other.port));
          const first = same.find(other => other.container === container) ?? same[0];
          declared.set(key, [...known.slice(0, MOST), { container, port }]);
          if (!first) continue;
          const [number = '', protocol = ''] = key.split('/');
          const other = quoted(first.container);
          yield {
            at: { path, span: port.number.span },
            message: first.container === container ? 'twice' : 'beside',
            data: { container: quoted(container), other, port: number, protocol },
            related: [{ path, span: first.port.number.span, message: 'first', data: { other } }],
          };
        }
      }
    }
  },
});

/** More declarations of one port differ in their host ports, and need not be compared one by one. */
const MOST = 20;

interface Declared {
  readonly container: PodContainer;
  readonly port: ContainerPort;
}

function keyOf({ number: { value }, protocol }: ContainerPort): string | undefined {
  return value.kind === 'range' && protocol !== undefined ? `${value.range.first}/${protocol}` : undefined;
}

/** Two host ports, or two addresses of the host, may lead to one port. */
function overlaps(a: ContainerPort, b: ContainerPort): boolean {
  return !(a.hostPort && b.hostPort) || (a.hostIp === b.hostIp && hostPortOf(a) === hostPortOf(b));
}

function hostPortOf({ hostPort }: ContainerPort): number | undefined {
  return hostPort?.value.kind === 'range' ? hostPort.value.range.first : undefined;
}

function quoted({ name }: PodContainer): string {
  return name === undefined ? 'A container' : `\`${name}\``;
}
