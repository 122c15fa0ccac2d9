import { asPort, showRange, single, sizeOf } from '../../../../registry/port.ts';
import type { Fix } from '../../facts/finding.ts';
import { PIPELINES } from '../../facts/pipelines.ts';
import type { PlannedPorts } from '../../facts/projectFile.ts';
import { indexByPort, type PortIndex } from '../../ports/portIndex.ts';
import { firstOutside, type PortSet, portSet } from '../../ports/portSet.ts';
import { grouped } from '../../text/grouped.ts';
import { entryEdits } from '../../workspace/entryEdits.ts';
import type { HostPort } from '../../workspace/hostPorts.ts';
import type { ProjectSettings } from '../../workspace/projectSettings.ts';
import { defineRule, type RawFinding, type Rule, type RuleContext } from '../rule.ts';

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
    const plan = planOf(project);
    // Whoever takes a number by TCP and by UDP made one choice.
    const said = new Set<string>();
    for (const port of workspace.hostPorts(facts.path)) {
      const finding = port.role === 'publish' && port.machine === 'host' && judge(context, plan, port);
      const choice = `${port.owner} ${showRange(port.range)}`;
      if (!finding || said.has(choice)) continue;
      said.add(choice);
      yield finding;
    }
  },
});

/** A plan as it is asked: a file may publish very many ports. */
interface Plan {
  readonly project: ProjectSettings;
  readonly entries: PortIndex<PlannedPorts>;
  readonly all: PortSet;
  /** What anybody may take. */
  readonly open: PortSet;
  /** By their owners in lower case. */
  readonly owned: ReadonlyMap<string, PortSet>;
}

function planOf(project: ProjectSettings): Plan {
  const setOf = (planned: readonly PlannedPorts[]): PortSet => portSet(planned.map(({ range }) => range));
  const byOwner = grouped(project.plan, ({ owner }) => owner?.toLowerCase() ?? '');
  return {
    project,
    entries: indexByPort(
      () => project.plan,
      ({ range }) => range,
    ),
    all: setOf(project.plan),
    open: setOf(byOwner.get('') ?? []),
    owned: new Map([...byOwner].map(([owner, own]) => [owner, setOf(own)])),
  };
}

function judge({ facts }: RuleContext, plan: Plan, port: HostPort): RawFinding<Message> | undefined {
  const { project, all, open, owned, entries } = plan;
  const { range, owner: service = '', published } = port;
  const at = { path: facts.path, span: port.span };
  const written = showRange(range);
  if (firstOutside(range, [all]) !== undefined) {
    const [first] = project.plan;
    const isPartly = sizeOf(range) > 1 && entries.at(range).length > 0;
    return {
      at,
      message: isPartly ? 'partly' : 'outside',
      data: { port: written },
      related: first ? [{ path: project.path, span: first.span, message: 'plan' }] : [],
      fixes: isPartly ? [] : addToPlan(project, written, service),
    };
  }
  // Only a project says for sure what its services are called.
  if (!published) return undefined;
  // The service itself, or the compose project that it is part of.
  const names = [service, published.project.name ?? ''].map(name => name.toLowerCase());
  const foreign = asPort(firstOutside(range, [open, ...names.flatMap(name => owned.get(name) ?? [])]) ?? -1);
  const other = foreign === undefined ? undefined : entries.at(single(foreign))[0];
  if (!other) return undefined;
  const data = { port: written, owner: other.owner ?? '', service };
  return { at, message: 'owned', data, related: [{ path: project.path, span: other.span, message: 'entry', data }] };
}

function addToPlan({ path, places: { ports: place } }: ProjectSettings, port: string, service: string): readonly Fix[] {
  if (!place || service === '') return [];
  const edits = entryEdits(path, place, `"${port}": ${JSON.stringify(service)}`);
  return [{ title: `Add ${port} to the port plan`, safety: 'suggested', edits }];
}
