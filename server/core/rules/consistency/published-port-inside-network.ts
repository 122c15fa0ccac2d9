import { showRange } from '../../../../registry/port.ts';
import type { Registry } from '../../../../registry/registry.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import type { Dialled } from '../../workspace/compose/dialled.ts';
import type { PublishedPort } from '../../workspace/compose/publishedPorts.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { defineRule, type RawFinding, type Rule } from '../rule.ts';
import { dials } from './dials.ts';
import { innerPort } from './innerPort.ts';
import { knownImagePorts } from './knownImagePorts.ts';
import { knownPorts } from './knownPorts.ts';
import { PROXIES } from './proxies.ts';
import { isReadElsewhere } from './readElsewhere.ts';
import { renumbered } from './renumbered.ts';

export const publishedPortInsideNetwork: Rule<Message> = defineRule({
  id: 'published-port-inside-network',
  summary: 'A service is dialled by its name with the port that it has on the host, or with another wrong one',
  severity: 'warning',
  minConfidence: 'certain',
  fix: 'suggested',
  since: '0.1.0',
  messages: {
    published:
      '{port} is the port of `{service}` on the host; between containers it answers on {inner}, so nothing is behind `{host}:{port}`: use {inner}',
    known: '`{service}` runs {image}, which answers on {inner}, so nothing is behind `{host}:{port}`: use {inner}',
    mapping: '{port} on the host leads to {inner} in the container',
    definition: '`{variable}` is {port} here',
  },
  *check(context) {
    const { facts, workspace, registry } = context;
    if (PROXIES.has(facts.format)) return;
    const ports = context.shared(knownPorts);
    for (const callers of context.shared(dials)) {
      const [dialled] = callers;
      // What is right for one of several projects is right.
      if (!dialled || callers.some(({ target, range }) => ports.mayAnswer(target, range))) continue;
      if (isReadElsewhere(dialled.occurrence)) continue;
      const [mapped] = callers.flatMap(each => publishedAs(workspace, each) ?? []);
      if (mapped) yield publishedAt(workspace, facts, dialled, mapped);
      else yield* unknownAt(workspace, facts, registry, callers);
    }
  },
});

type Message = 'published' | 'known' | 'mapping' | 'definition';

function publishedAt(
  workspace: Snapshot,
  facts: DocumentFacts,
  { occurrence, host, target, range }: Dialled,
  { port, inner }: Published,
): RawFinding<Message> {
  const data = { port: showRange(range), inner, service: target.name, host };
  return {
    at: { path: facts.path, span: occurrence.span },
    message: 'published',
    data,
    related: [
      { path: port.port.path, span: port.host.span, message: 'mapping', data },
      ...definitionOf(workspace, facts, occurrence, data),
    ],
    fixes: renumbered(facts.path, occurrence, 'Connect to', `${inner}`),
  };
}

/** A number on which no program of the image answers, in none of the projects. */
function* unknownAt(
  workspace: Snapshot,
  facts: DocumentFacts,
  registry: Registry,
  callers: readonly Dialled[],
): Iterable<RawFinding<Message>> {
  const [dialled] = callers;
  if (!dialled || dialled.range.first < LOWEST || dialled.range.first !== dialled.range.last) return;
  const { occurrence, range, host, target } = dialled;
  const all = callers.map(each => knownImagePorts(workspace, registry, each.target, range));
  const [known] = all;
  if (!known || all.includes(undefined)) return;
  const inner = known.map(showRange).join(' or ');
  const data = { port: showRange(range), inner, service: target.name, host, image: target.imageName ?? '' };
  yield {
    at: { path: facts.path, span: occurrence.span },
    message: 'known',
    data,
    related: definitionOf(workspace, facts, occurrence, data),
    fixes: known.length === 1 ? renumbered(facts.path, occurrence, 'Connect to', inner) : [],
  };
}

/** `postgres:16` is rather an image than a place. */
const LOWEST = 80;

/** The mapping whose host side is dialled, with the one container port behind it. */
function publishedAs(workspace: Snapshot, { range, occurrence, project, target }: Dialled): Published | undefined {
  if (range.first !== range.last) return undefined;
  const transport = occurrence.protocols?.[0] ?? 'tcp';
  const port = workspace
    .publishers(range)
    .find(
      each => each.project === project && each.service === target && each.port.mapping.protocols?.includes(transport),
    );
  return port?.containerRange && { port, inner: innerPort(port.hostRange, port.containerRange, range.first) };
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
