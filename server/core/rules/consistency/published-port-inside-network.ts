import { type PortRange, showRange } from '../../../../registry/port.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { type Dialled, dialledIn } from '../../workspace/dialled.ts';
import type { PublishedPort } from '../../workspace/publishedPorts.ts';
import { createServicePorts } from '../../workspace/servicePorts.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { defineRule, type RawFinding, type Rule } from '../rule.ts';
import { PROXIES } from './proxies.ts';
import { isReadElsewhere } from './readElsewhere.ts';

export const publishedPortInsideNetwork: Rule<'published' | 'mapping' | 'definition'> = defineRule({
  id: 'published-port-inside-network',
  summary: 'A service is dialled by its name with the port that it has on the host',
  severity: 'warning',
  minConfidence: 'certain',
  fix: 'suggested',
  since: '0.1.0',
  messages: {
    published:
      '{port} is the port of `{service}` on the host; between containers it answers on {inner}, so nothing is behind `{host}:{port}`: use {inner}',
    mapping: '{port} on the host leads to {inner} in the container',
    definition: '`{variable}` is {port} here',
  },
  *check({ facts, workspace, registry }) {
    if (PROXIES.has(facts.format)) return;
    const ports = createServicePorts(workspace, registry);
    for (const callers of dialledIn(workspace, facts)) {
      // What is right for one of several projects is right.
      const wrong = callers.every(({ target, range }) => !ports.mayAnswer(target, range));
      const [dialled] = callers;
      const mapping = wrong && dialled ? publishedAs(workspace, dialled) : undefined;
      if (!dialled || !mapping || isReadElsewhere(dialled.occurrence)) continue;
      const { occurrence, host, target, range } = dialled;
      const { port, inner } = mapping;
      const data = { port: showRange(range), inner, service: target.name, host };
      yield {
        at: { path: facts.path, span: occurrence.span },
        message: 'published',
        data,
        related: [
          { path: port.port.path, span: port.host.span, message: 'mapping', data },
          ...definitionOf(workspace, facts, occurrence, data),
        ],
        fixes:
          occurrence.editable && occurrence.value.kind === 'range'
            ? [
                {
                  title: `Connect to ${inner}`,
                  safety: 'suggested',
                  edits: [{ path: facts.path, span: occurrence.span, newText: `${inner}` }],
                },
              ]
            : [],
      };
    }
  },
});

/** The mapping whose host side is dialled, with the one container port behind it. */
function publishedAs(workspace: Snapshot, { range, occurrence, project, target }: Dialled): Published | undefined {
  if (range.first !== range.last) return undefined;
  const transport = occurrence.protocols?.[0] ?? 'tcp';
  const port = workspace
    .publishers(range)
    .find(
      each => each.project === project && each.service === target && each.port.mapping.protocols?.includes(transport),
    );
  return port?.containerRange && { port, inner: innerPort(port.hostRange, port.containerRange, range) };
}

interface Published {
  readonly port: PublishedPort;
  readonly inner: number;
}

/** Where the variable is set that the number came out of. */
function definitionOf(
  workspace: Snapshot,
  facts: DocumentFacts,
  occurrence: PortOccurrence,
  data: Readonly<Record<string, string | number>>,
): NonNullable<RawFinding<'definition'>['related']> {
  const { definition } = workspace.resolve(facts.path, occurrence);
  if (!definition) return [];
  const { path, span, name } = definition;
  return [{ path, span, message: 'definition', data: { ...data, variable: name } }];
}

/** Ranges are mapped one to one. */
function innerPort(outer: PortRange, inner: PortRange, { first }: PortRange): number {
  return Math.min(inner.first + first - outer.first, inner.last);
}
