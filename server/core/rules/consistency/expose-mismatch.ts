import { type PortRange, showRange } from '../../../../registry/port.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import type { Place } from '../../facts/finding.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { writtenRange } from '../../ports/value.ts';
import type { ProjectService } from '../../workspace/compose/composeProject.ts';
import { projectOf } from '../../workspace/compose/projectOf.ts';
import { createServicePorts } from '../../workspace/compose/servicePorts.ts';
import { dockerfileOf, stageChain } from '../../workspace/containers/stageChain.ts';
import { occurrencesIn } from '../../workspace/occurrencesIn.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { defineRule, type RawFinding, type Rule, type RuleContext } from '../rule.ts';

export const exposeMismatch: Rule<Message> = defineRule({
  id: 'expose-mismatch',
  summary: 'EXPOSE names another port than the program of the image listens on, or than Compose maps to',
  severity: 'info',
  minConfidence: 'certain',
  fix: 'none',
  since: '0.1.0',
  yieldsTo: ['health-check-port'],
  messages: {
    dockerfile:
      '{what} says {port}, and EXPOSE says {exposed}: EXPOSE opens nothing and only tells people and tools where the program listens, so let both say the same',
    compose:
      'The mapping leads to {port}, and the Dockerfile of `{service}` exposes {exposed} and names {port} nowhere: one of them is not where the program listens',
    other: '{exposed} is exposed here',
    told: '{what} says {port} here',
  },
  *check(context) {
    if (context.facts.stages) yield* inDockerfile(context);
    else if (context.facts.compose) yield* inCompose(context);
  },
});

type Message = 'dockerfile' | 'compose' | 'other' | 'told';

/** A port that is the only one of its kind. */
interface Told {
  readonly range: PortRange;
  readonly occurrence: PortOccurrence;
}

function* inDockerfile({ facts, workspace }: RuleContext): Iterable<RawFinding<Message>> {
  const told = toldBy(workspace, facts, undefined);
  const exposed = told.EXPOSE;
  if (!exposed) return;
  for (const [what, other] of [
    ['The command', told.command],
    ['`ENV PORT`', told.variable],
  ] as const) {
    if (!other || other.range.first === exposed.range.first) continue;
    const [first, last] = [exposed, other].sort((a, b) => a.occurrence.span.start - b.occurrence.span.start);
    if (!first || !last) continue;
    const data = { what, port: showRange(other.range), exposed: showRange(exposed.range) };
    const message = first === exposed ? 'other' : 'told';
    yield {
      at: { path: facts.path, span: last.occurrence.span },
      message: 'dockerfile',
      data,
      related: [{ path: facts.path, span: first.occurrence.span, message, data }],
    };
    // The command goes before the variable that it may not even read.
    return;
  }
}

function toldBy(
  workspace: Snapshot,
  facts: DocumentFacts,
  target: string | undefined,
): Readonly<Record<'EXPOSE' | 'command' | 'variable', Told | undefined>> {
  const all = stageChain(facts, target).flatMap(({ span }) => occurrencesIn(facts, span));
  const only = (isMeant: (occurrence: PortOccurrence) => boolean): Told | undefined => {
    const meant = all.filter(isMeant);
    const ranges = meant.map(occurrence => workspace.resolve(facts.path, occurrence).range);
    const [range] = ranges;
    const [occurrence] = meant;
    const isOne =
      range &&
      range.first === range.last &&
      ranges.every(each => each?.first === range.first && each.last === range.last);
    return isOne && occurrence ? { range, occurrence } : undefined;
  };
  return {
    EXPOSE: only(({ role }) => role === 'expose'),
    command: only(occurrence => isStarted(occurrence) && !isDebugger(facts, occurrence)),
    variable: only(({ role, path }) => role === 'listen' && path[2] === 'ENV' && path[3] === 'PORT'),
  };
}

function isStarted({ role, path }: PortOccurrence): boolean {
  return role === 'listen' && (path[2] === 'CMD' || path[2] === 'ENTRYPOINT');
}

/** Nobody exposes the port of a debugger. */
function isDebugger({ text }: DocumentFacts, { token, span }: PortOccurrence): boolean {
  const before = text.slice(Math.max(token.start, span.start - 200), span.end);
  const line = text.slice(text.lastIndexOf('\n', span.start) + 1, span.start);
  return /jdwp|--inspect|debugpy|jmxremote|\bdlv\b/.test(before) || /\bdlv\b|debugpy/.test(line);
}

function* inCompose({ facts, workspace, registry }: RuleContext): Iterable<RawFinding<Message>> {
  const project = projectOf(workspace, facts.path);
  const ports = createServicePorts(workspace, registry, ['target']);
  for (const service of project?.services ?? []) {
    const mapped = onlyTarget(service);
    const dockerfile = mapped?.path === facts.path ? dockerfileOf(workspace, service) : undefined;
    const exposed = dockerfile && toldBy(workspace, dockerfile, service.buildTarget).EXPOSE;
    if (!mapped || !exposed || exposed.range.first === mapped.range.first) continue;
    if (service.openEnvironment || service.replacesCommand || ports.mayAnswer(service, mapped.range)) continue;
    const data = { port: showRange(mapped.range), exposed: showRange(exposed.range), service: service.name };
    yield {
      at: { path: facts.path, span: mapped.span },
      message: 'compose',
      data,
      related: [{ path: dockerfile.path, span: exposed.occurrence.span, message: 'other', data }],
    };
  }
}

/** The container's side of the mappings, where they all have the same one. */
function onlyTarget({ ports }: ProjectService): (Place & { readonly range: PortRange }) | undefined {
  const [first] = ports;
  const container = first?.mapping.container;
  const range = writtenRange(container?.value);
  if (!first || !container || !range || range.first !== range.last) return undefined;
  const isOne = ports.every(({ mapping }) => writtenRange(mapping.container?.value)?.first === range.first);
  return isOne ? { path: first.path, span: container.span, range } : undefined;
}
