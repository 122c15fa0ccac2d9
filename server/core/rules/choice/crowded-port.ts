import { type Port, single } from '../../../../registry/port.ts';
import { PIPELINES } from '../../facts/pipelines.ts';
import type { ComposeProject } from '../../workspace/compose/composeProject.ts';
import { nextFreePort } from '../../workspace/freePort.ts';
import type { HostPort } from '../../workspace/hostPorts.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { defineRule, type Rule } from '../rule.ts';
import { choiceFindings } from './choice.ts';
import { isAtHome } from './softwareAt.ts';

export const crowdedPort: Rule<'crowded'> = defineRule({
  id: 'crowded-port',
  summary: 'A host port that many programs take by default',
  severity: 'hint',
  isOnlyHint: true,
  minConfidence: 'likely',
  fix: 'suggested',
  since: '0.1.0',
  yieldsTo: ['browser-blocked-port', 'system-claimed-port', 'registered-elsewhere', 'host-port-collision'],
  messages: {
    crowded: 'About {crowd} programs take {port} by default, {names} among them: a number of its own collides less',
  },
  check(context) {
    const { registry, workspace } = context;
    const isRivalled = rivals(workspace);
    return choiceFindings(context, ({ taken, only, protocols: [protocol = 'tcp'] }) => {
      // Below 1024, people expect the service that the number stands for; the machines of pipelines run nothing else.
      if (only === undefined || only < 1024 || taken.machine === 'node' || PIPELINES.has(context.facts.format))
        return undefined;
      const crowd = registry.crowd(only, protocol);
      if (crowd < CROWD || (isAtHome(context, taken) && !isRivalled(only, taken))) return undefined;
      const names = [...new Set(registry.used(only, protocol).map(({ software }) => software))].slice(0, NAMED);
      return {
        message: 'crowded',
        data: { crowd, port: only, names: listed(names) },
        better: nextFreePort(workspace, registry, only),
      };
    });
  },
});

/** From here on a number belongs to nobody in particular: 8080, 3000, 8000, 5000, 8081, 9000 … */
const CROWD = 25;

/** Of more, nobody reads on. */
const NAMED = 3;

/** Tells whether other projects of the workspace publish the number too; each number is looked up once. */
function rivals(workspace: Snapshot): (port: Port, taken: HostPort) => boolean {
  const known = new Map<Port, ReadonlySet<ComposeProject>>();
  return (port, { published }) => {
    const projects = known.get(port) ?? new Set(workspace.publishers(single(port)).map(({ project }) => project));
    known.set(port, projects);
    const others = projects.size - (published && projects.has(published.project) ? 1 : 0);
    return others > 0 && others <= MOST_RIVALS;
  };
}

/** More are a collection, of which nobody runs all. */
const MOST_RIVALS = 3;

/** `a, b and c` */
function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
