import { showRange } from '../../../../registry/port.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import { showAddress } from '../../ports/address.ts';
import { writtenRange } from '../../ports/value.ts';
import type { ProjectService } from '../../workspace/compose/composeProject.ts';
import { defineRule, type RawFinding, type Rule, type RuleContext } from '../rule.ts';
import { commandAround } from './commandAround.ts';
import { usesOf } from './exposure.ts';
import { exposureSeverities } from './exposureSeverities.ts';
import { loopbackFix } from './loopbackFix.ts';
import { type OpenDebugger, openDebuggers } from './openDebuggers.ts';
import { type ReachedPort, reachedPorts } from './reachedPorts.ts';
import { serviceCommands } from './serviceCommands.ts';

export const debugPortPublished: Rule<'published' | 'listening'> = defineRule({
  id: 'debug-port-published',
  summary: 'A debugger or profiler that can be reached from other machines',
  severity: 'warning',
  minConfidence: 'certain',
  fix: 'suggested',
  since: '0.1.0',
  yieldsTo: ['ports-with-host-network', 'unauthenticated-api-published', 'datastore-published'],
  messages: {
    published:
      'Port {port} of `{service}` is {software}, published on {address}, and whoever reaches it {power}: publish it on 127.0.0.1',
    listening:
      'This opens {software} on {address}, and whoever reaches port {port} {power}: use 127.0.0.1, unless a container around it keeps others out',
  },
  *check(context) {
    yield* publishedDebuggers(context);
    if (ON_THE_MACHINE.has(context.facts.format)) yield* openedByCommands(context.facts);
  },
});

function* publishedDebuggers(context: RuleContext): Iterable<RawFinding<'published'>> {
  const { facts, workspace } = context;
  // What a service runs is looked at once, however many ports it publishes.
  const ofServices = new Map<ProjectService, readonly OpenDebugger[]>();
  const inCommand = debuggersByLine(facts);
  const severityOf = exposureSeverities(context);
  for (const port of context.shared(reachedPorts)) {
    const { containerRange, published } = port;
    if (!containerRange) continue;
    const opened = published
      ? (ofServices.get(published.service) ?? openDebuggers(serviceCommands(workspace, published.service)))
      : inCommand(port.span.start);
    if (published) ofServices.set(published.service, opened);
    const { first, last } = containerRange;
    const found = opened.find(each => first <= each.port && each.port <= last) ?? byImage(context, port);
    if (!found) continue;
    const severity = severityOf(port, { software: found.software, purpose: found.software, exposure: 'debugger' });
    yield {
      at: { path: facts.path, span: port.span },
      message: 'published',
      ...(severity && { severity }),
      data: {
        port: showRange(containerRange),
        service: port.name,
        software: found.software,
        power: found.power,
        address: showAddress(port.address),
      },
      fixes: loopbackFix(facts, port),
    };
  }
}

/** What an image opens unasked. JMX of an image's own answers within its container alone, until it is told to ask for a login. */
function byImage(context: RuleContext, port: ReachedPort): Pick<OpenDebugger, 'software' | 'power'> | undefined {
  const use = usesOf(context, port).find(
    ({ exposure, purpose, standing }) => exposure === 'debugger' && standing === 'default' && purpose !== 'JMX',
  );
  return use && { software: use.software, power: 'runs code in it' };
}

/** Commands that somebody runs on a machine; in other files they run in a container, whose ports are published or not. */
const ON_THE_MACHINE: ReadonlySet<string> = new Set([
  'justfile',
  'makefile',
  'nodemon',
  'package-json',
  'procfile',
  'shell',
  'supervisord',
  'systemd',
  'taskfile',
]);

function* openedByCommands(facts: DocumentFacts): Iterable<RawFinding<'listening'>> {
  const inCommand = debuggersByLine(facts);
  for (const { role, namespace, binding, value, span } of facts.occurrences) {
    const range = writtenRange(value);
    if (role !== 'listen' || 'id' in namespace || binding?.address.kind !== 'any' || !range) continue;
    const found = inCommand(span.start).find(({ port }) => port === range.first);
    if (!found) continue;
    const { software, power } = found;
    yield {
      at: { path: facts.path, span },
      message: 'listening',
      severity: 'info',
      data: { software, power, port: range.first, address: showAddress(binding.address) },
    };
  }
}

/** Those of the command at an offset; each line is looked at once. */
function debuggersByLine(facts: DocumentFacts): (offset: number) => readonly OpenDebugger[] {
  const known = new Map<number, readonly OpenDebugger[]>();
  return offset => {
    const { line } = facts.lines.position(offset);
    const found = known.get(line) ?? openDebuggers(commandAround(facts, offset));
    known.set(line, found);
    return found;
  };
}
