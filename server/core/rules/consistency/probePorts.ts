import { asPort, holds, type Port, showRange } from '../../../../registry/port.ts';
import type { PodContainer, PodTemplate } from '../../facts/kubernetes.ts';
import { mayMove } from '../../workspace/containers/mayMove.ts';
import type { RawFinding, RuleContext } from '../rule.ts';

export type ProbeMessage = keyof typeof PROBE_MESSAGES;

/** Wording of `health-check-port` for Kubernetes. */
export const PROBE_MESSAGES = {
  probe:
    '{key} dials {port}, which no container of the pod declares, and nothing in `{image}` listens there by default: {software} answers on {ports}',
} as const;

/** Probes and hooks that dial a number which neither the image is known for, nor the pod mentions. */
export function* probePorts({ facts, workspace, registry }: RuleContext): Iterable<RawFinding<ProbeMessage>> {
  if (!facts.kubernetes) return;
  for (const { object, isOpen } of workspace.cluster().objectsOf(facts.path)) {
    if (isOpen || !object.pod || object.pod.isPartial) continue;
    for (const container of object.pod.containers) {
      const known = container.image === undefined ? undefined : registry.image(container.image);
      if (container.probes.length === 0 || !known?.complete || known.configurable) continue;
      for (const { key, port } of container.probes) {
        const number = /^\d{1,5}$/.test(port.text ?? '') ? asPort(Number(port.text)) : undefined;
        if (number === undefined || known.ports.some(({ ports }) => holds(ports, number))) continue;
        if (isDeclared(object.pod, number) || movesTo(container, number)) continue;
        const at = { path: facts.path, span: port.span };
        const [only, ...others] = new Set(
          known.ports.filter(({ protocol }) => protocol === 'tcp').map(({ ports }) => showRange(ports)),
        );
        if (only === undefined) continue;
        yield {
          at,
          message: 'probe',
          data: {
            key,
            port: number,
            image: known.image,
            software: known.software,
            ports: [only, ...others].join(', '),
          },
          fixes:
            others.length === 0
              ? [{ title: `Dial ${only}`, safety: 'suggested', edits: [{ ...at, newText: only }] }]
              : [],
        };
      }
    }
  }
}

/** The containers of a pod share one network, so a probe may ask any of them. */
function isDeclared({ containers }: PodTemplate, port: Port): boolean {
  return containers.some(({ ports }) =>
    ports.some(({ number: { value } }) => value.kind !== 'range' || holds(value.range, port)),
  );
}

function movesTo({ hasCommand, openEnvironment, variables, mounts }: PodContainer, port: Port): boolean {
  const settings = { isBuilt: false, replacesCommand: hasCommand, openEnvironment, variables, mounts };
  return mayMove(settings, { first: port, last: port });
}
