import { type PortRange, showRange, sizeOf } from '../../../registry/port.ts';
import type { Fix } from '../facts/finding.ts';
import type { PlannedPorts } from '../facts/projectFile.ts';
import { indexByPort, type PortIndex } from '../ports/portIndex.ts';
import { entryEdits } from '../workspace/entryEdits.ts';
import type { HostPort } from '../workspace/hostPorts.ts';
import type { ProjectSettings } from '../workspace/projectSettings.ts';
import { PIPELINES } from './pipelines.ts';
import { defineRule, type RawFinding, type Rule, type RuleContext } from './rule.ts';

type Message = 'outside' | 'partly' | 'owned' | 'plan' | 'entry';

export const unplannedPort: Rule<Message> = defineRule({
  id: 'unplanned-port',
  summary: "A published host port against the project's own port plan",
  severity: 'warning',
  minConfidence: 'certain',
  fix: 'suggested',
  since: '0.1.0',
  messages: {
    outside: 'Host port {port} is not in the port plan of this project: plan it, or publish on a port that is planned',
    partly: 'Not all of the host ports {port} are in the port plan of this project: plan them, or publish fewer',
    owned: 'Host port {port} is planned for `{owner}`, not for `{service}`: publish on a port that is planned for it',
    plan: 'the plan begins here',
    entry: 'planned for `{owner}` here',
  },
  *check(context) {
    const { facts, workspace } = context;
    const project = workspace.project(facts.path);
    if (!project || project.plan.length === 0 || PIPELINES.has(facts.format)) return;
    const plan = indexByPort(
      () => project.plan,
      ({ range }) => range,
    );
    // Whoever takes a number by TCP and by UDP made one choice.
    const said = new Set<string>();
    for (const port of workspace.hostPorts(facts.path)) {
      const finding = port.role === 'publish' && port.machine === 'host' && judge(context, project, plan, port);
      const choice = `${port.owner} ${showRange(port.range)}`;
      if (!finding || said.has(choice)) continue;
      said.add(choice);
      yield finding;
    }
  },
});

function judge(
  { facts }: RuleContext,
  project: ProjectSettings,
  plan: PortIndex<PlannedPorts>,
  port: HostPort,
): RawFinding<Message> | undefined {
  const at = { path: facts.path, span: port.span };
  const written = showRange(port.range);
  const entries = plan.at(port.range);
  const service = port.owner ?? '';
  if (!covers(entries, port.range)) {
    const [first] = project.plan;
    return {
      at,
      message: entries.length > 0 && sizeOf(port.range) > 1 ? 'partly' : 'outside',
      data: { port: written },
      related: first ? [{ path: project.path, span: first.span, message: 'plan' }] : [],
      fixes: entries.length > 0 ? [] : addToPlan(project, written, service),
    };
  }
  const others = entries.filter(({ owner }) => owner !== undefined && !isOwner(owner, port));
  const [other] = others;
  // Only a project says for sure what its services are called.
  if (!other || !port.published) return undefined;
  // A number may be planned for several, each by an entry of its own.
  const own = entries.filter(entry => !others.includes(entry));
  if (covers(own, port.range)) return undefined;
  const data = { port: written, owner: other.owner ?? '', service };
  return { at, message: 'owned', data, related: [{ path: project.path, span: other.span, message: 'entry', data }] };
}

/** True where the entries together hold every number of the range. */
function covers(entries: readonly PlannedPorts[], { first, last }: PortRange): boolean {
  let next: number = first;
  for (const { range } of entries.toSorted((a, b) => a.range.first - b.range.first)) {
    if (range.first > next) return false;
    next = Math.max(next, range.last + 1);
  }
  return next > last;
}

/** The service itself, or the compose project that it is part of. */
function isOwner(owner: string, { owner: service, published }: HostPort): boolean {
  const name = owner.toLowerCase();
  return name === service?.toLowerCase() || name === published?.project.name?.toLowerCase();
}

function addToPlan({ path, places: { ports: place } }: ProjectSettings, port: string, service: string): readonly Fix[] {
  if (!place || service === '') return [];
  const edits = entryEdits(path, place, `"${port}": ${JSON.stringify(service)}`);
  return [{ title: `Add ${port} to the port plan`, safety: 'suggested', edits }];
}
