import type { MappingFault } from '../../ports/read/mapping.ts';
import { faultOf, type InvalidPort } from '../../ports/value.ts';
import { covers } from '../../text/span.ts';
import type { ProjectPort } from '../../workspace/compose/composeProject.ts';
import type { Definition } from '../../workspace/environment.ts';
import type { RawFinding, RuleContext } from '../rule.ts';

/**
 * A finding for each side of a mapping that a variable makes faulty, where the file that sets it does not tell by its key
 * that it is a port.
 */
export function* resolvedFindings(
  context: RuleContext,
  reason: InvalidPort['reason'],
): Iterable<RawFinding<'resolved' | 'definition'>> {
  for (const { mapping, environment } of projectPorts(context)) {
    for (const side of [mapping.host, mapping.container]) {
      const fault = faultOf(side?.value);
      const definition = side?.variable === undefined ? undefined : environment.definition(side.variable);
      if (!side || !definition || fault?.reason !== reason || isReported(context, definition, reason)) continue;
      const { path, span, name } = definition;
      yield {
        at: { path: context.facts.path, span: side.span },
        message: 'resolved',
        data: { text: fault.text, name },
        related: [{ path, span, message: 'definition' }],
      };
    }
  }
}

/** What Docker refuses in an entry once its variables have their values, and what nothing is wrong with as written. */
export function* resolvedMappingFaults(
  context: RuleContext,
): Iterable<{ readonly fault: MappingFault; readonly port: ProjectPort; readonly definition: Definition }> {
  const { facts } = context;
  const written = new Set(facts.faults.map(({ span }) => span.start));
  for (const port of projectPorts(context)) {
    for (const fault of port.mapping.faults) {
      if (written.has(fault.span.start) || fault.kind === 'missing') continue;
      const name = /\$\{?(\w+)/.exec(facts.text.slice(fault.span.start, fault.span.end))?.[1];
      const definition = name === undefined ? undefined : port.environment.definition(name);
      if (definition) yield { fault, port, definition };
    }
  }
}

function projectPorts({ facts, workspace }: RuleContext): readonly ProjectPort[] {
  return workspace
    .projectsOf(facts.path)
    .flatMap(({ services }) => services.flatMap(({ ports }) => ports))
    .filter(({ path }) => path === facts.path);
}

function isReported({ workspace }: RuleContext, definition: Definition, reason: InvalidPort['reason']): boolean {
  const facts = workspace.facts(definition.path);
  return (
    facts?.occurrences.some(({ value, span }) => covers(definition.span, span) && faultOf(value)?.reason === reason) ===
    true
  );
}
