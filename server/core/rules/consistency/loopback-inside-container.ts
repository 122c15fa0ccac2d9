import { overlaps, type PortRange, showRange } from '../../../../registry/port.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import type { Fix } from '../../facts/finding.ts';
import { isLoopback, showAddress } from '../../ports/address.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { writtenRange } from '../../ports/value.ts';
import { covers } from '../../text/span.ts';
import type { ProjectService } from '../../workspace/compose/composeProject.ts';
import { projectOf } from '../../workspace/compose/projectOf.ts';
import { stageChain } from '../../workspace/containers/stageChain.ts';
import { occurrencesIn } from '../../workspace/occurrencesIn.ts';
import { defineRule, type RawFinding, type Rule, type RuleContext } from '../rule.ts';
import { loopbackHost, loopbackHostOf } from './loopbackHosts.ts';

export const loopbackInsideContainer: Rule<Message> = defineRule({
  id: 'loopback-inside-container',
  summary: 'A server that listens on the loopback address of its container, with its port published',
  severity: 'warning',
  minConfidence: 'likely',
  fix: 'suggested',
  since: '0.1.0',
  messages: {
    published:
      'The server listens on {address} of its own container, so nothing reaches {port} through the mapping: listen on 0.0.0.0',
    exposed:
      'The server listens on {address} of its own container, so nothing outside reaches the {port} that is exposed: listen on 0.0.0.0',
    'published-by-default':
      'Without a host this server listens on {address} of its own container, so nothing reaches {port} through the mapping: tell it 0.0.0.0',
    'exposed-by-default':
      'Without a host this server listens on {address} of its own container, so nothing outside reaches the {port} that is exposed: tell it 0.0.0.0',
    mapping: 'The mapping to {port}',
    expose: '{port} is exposed here',
  },
  *check({ facts, workspace }) {
    if (facts.compose) yield* ofServices({ facts, workspace });
    else if (facts.stages) yield* ofStages({ facts, workspace });
  },
});

type Fault = 'published' | 'exposed';
type Message = Fault | `${Fault}-by-default` | 'mapping' | 'expose';
type Context = Pick<RuleContext, 'facts' | 'workspace'>;

/** An address that is not written is the default of a program that was called. */
function bindsLoopback({ role, binding, path }: PortOccurrence): boolean {
  if (role !== 'listen' || !binding || !isLoopback(binding.address)) return false;
  return binding.span !== undefined || COMMANDS.has(`${path[2]}`);
}

const COMMANDS: ReadonlySet<string> = new Set(['command', 'entrypoint', 'CMD', 'ENTRYPOINT']);

/** `FLASK_RUN_HOST`, `UVICORN_HOST`, `SERVER_HOST` of Laravel: what a server takes for the host that nobody wrote. */
const HOST_VARIABLE = /\b(?:FLASK_RUN|UVICORN|SERVER)_HOST\b/;

function* ofServices({ facts, workspace }: Context): Iterable<RawFinding<Message>> {
  const bound = facts.occurrences.filter(each => bindsLoopback(each) && each.namespace.kind === 'container');
  const mayBind = bound.length > 0 || /--|-b\b|-D/.test(facts.text);
  const project = mayBind ? projectOf(workspace, facts.path) : undefined;
  const services = new Map(project?.services.map(service => [service.name, service]));
  // What stands with its port is judged below.
  const judged = new Set(facts.occurrences.map(({ binding }) => binding?.span?.start));
  for (const service of services.values()) yield* ofServiceOption(facts, service, judged);
  for (const occurrence of bound) {
    const service = services.get(occurrence.owner?.name ?? '');
    const { range } = workspace.resolve(facts.path, occurrence);
    const mapping = service && range && mappingTo(service, range);
    // The same port may be bound on the container's other address too.
    if (!service || !mapping || !range || boundElsewhere(facts, workspace, occurrence, range)) continue;
    if (!occurrence.binding?.span && mayHaveHost(service, workspace)) continue;
    yield finding(facts, occurrence, range, 'published', { ...mapping, message: 'mapping' });
  }
}

function mayHaveHost(
  { variables, openEnvironment, dockerfiles }: ProjectService,
  workspace: RuleContext['workspace'],
): boolean {
  return (
    openEnvironment ||
    [...variables.keys()].some(name => HOST_VARIABLE.test(name)) ||
    dockerfiles.some(path => HOST_VARIABLE.test(workspace.facts(path)?.text ?? ''))
  );
}

function mappingTo({ ports, networkMode }: ProjectService, range: PortRange): Place | undefined {
  if (networkMode !== undefined) return undefined;
  for (const { path, mapping } of ports) {
    const inner = writtenRange(mapping.container?.value);
    if (mapping.container && inner && overlaps(inner, range)) return { path, span: mapping.container.span };
  }
  return undefined;
}

interface Place {
  readonly path: string;
  readonly span: PortOccurrence['span'];
}

function boundElsewhere(
  facts: DocumentFacts,
  workspace: RuleContext['workspace'],
  { owner }: PortOccurrence,
  range: PortRange,
): boolean {
  return facts.byPort
    .at(range)
    .some(
      other =>
        other.role === 'listen' &&
        other.owner?.name === owner?.name &&
        !bindsLoopback(other) &&
        workspace.resolve(facts.path, other).range !== undefined,
    );
}

/** What the image itself starts, unless the compose file starts something else. */
function* ofStages({ facts, workspace }: Context): Iterable<RawFinding<Message>> {
  const chain = stageChain(facts);
  const started = chain[0];
  if (!started) return;
  yield* ofHostOption({ facts, workspace });
  const own = chain.flatMap(({ span }) => occurrencesIn(facts, span));
  const command = own.filter(({ path }) => path[2] === 'CMD' || path[2] === 'ENTRYPOINT');
  for (const occurrence of command.filter(bindsLoopback)) {
    const { range } = workspace.resolve(facts.path, occurrence);
    if (!range || !covers(started.span, occurrence.span)) continue;
    const exposed = own.find(each => {
      const exposedRange = each.role === 'expose' ? workspace.resolve(facts.path, each).range : undefined;
      return exposedRange && overlaps(exposedRange, range);
    });
    if (!exposed || boundElsewhere(facts, workspace, occurrence, range)) continue;
    if (!occurrence.binding?.span && HOST_VARIABLE.test(facts.text)) continue;
    yield finding(facts, occurrence, range, 'exposed', { path: facts.path, span: exposed.span, message: 'expose' });
  }
}

/** The option names no port: then the one that is exposed is meant. */
function* ofHostOption({ facts, workspace }: Context): Iterable<RawFinding<Message>> {
  const chain = stageChain(facts);
  const at = chain[0] && loopbackHostOf(facts, chain[0]);
  if (!at) return;
  const own = chain.flatMap(({ span }) => occurrencesIn(facts, span));
  const exposed = own.filter(({ role }) => role === 'expose');
  const [only, ...others] = exposed;
  const range = only && workspace.resolve(facts.path, only).range;
  // What stands with its port is judged above.
  if (!only || !range || others.length > 0 || own.some(({ binding }) => binding?.span?.start === at.start)) return;
  const data = { port: showRange(range), address: facts.text.slice(at.start, at.end) };
  yield {
    at: { path: facts.path, span: at },
    message: 'exposed',
    data,
    related: [{ path: facts.path, span: only.span, message: 'expose', data }],
    fixes: fixesOf(facts, at),
  };
}

function* ofServiceOption(
  facts: DocumentFacts,
  { ports, networkMode, declarations }: ProjectService,
  judged: ReadonlySet<number | undefined>,
): Iterable<RawFinding<Message>> {
  const command = declarations.at(-1);
  const written = command?.path === facts.path ? command.service.command : undefined;
  const at = written && loopbackHost(facts.text, written);
  const [only, ...others] = ports;
  const range = writtenRange(only?.mapping.container?.value);
  if (!at || !only?.mapping.container || !range || others.length > 0 || networkMode !== undefined) return;
  if (judged.has(at.start)) return;
  const data = { port: showRange(range), address: facts.text.slice(at.start, at.end) };
  const place = { path: only.path, span: only.mapping.container.span };
  yield {
    at: { path: facts.path, span: at },
    message: 'published',
    data,
    related: [{ ...place, message: 'mapping', data }],
    fixes: fixesOf(facts, at),
  };
}

function finding(
  facts: DocumentFacts,
  { binding, span }: PortOccurrence,
  range: PortRange,
  fault: Fault,
  related: Place & { readonly message: Message },
): RawFinding<Message> {
  const at = { path: facts.path, span: binding?.span ?? span };
  const data = { port: showRange(range), address: binding ? showAddress(binding.address) : '' };
  const message = binding?.span ? fault : (`${fault}-by-default` as const);
  return { at, message, data, related: [{ ...related, data }], fixes: fixesOf(facts, at.span) };
}

function fixesOf({ path, text }: DocumentFacts, span: PortOccurrence['span']): readonly Fix[] {
  const fix = (newText: string): readonly Fix[] => [
    { title: 'Listen on 0.0.0.0', safety: 'suggested', edits: [{ path, span, newText }] },
  ];
  const written = text.slice(span.start, span.end);
  if (/^(?:127\.\d+\.\d+\.\d+|localhost)$/.test(written)) return fix('0.0.0.0');
  const before = text.slice(Math.max(0, span.start - BEFORE), span.start);
  return /\brunserver(?:_plus)?["']?,?\s+["']?$/.test(before) ? fix(`0.0.0.0:${written}`) : [];
}

/** Enough for the word before a port. */
const BEFORE = 40;
