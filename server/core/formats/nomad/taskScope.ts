import { readImage } from '../../ports/image.ts';
import { entries, get, type MapEntry, type Node, scalar } from '../../syntax/tree.ts';
import { optional } from '../../text/optional.ts';
import type { At, Scope } from '../tree/place.ts';

/**
 * A static port is taken on whatever client the job is placed on, by the task that asks for it by its label.
 * https://developer.hashicorp.com/nomad/docs/job-specification/network#mapped-ports
 */
export function taskScope(at: At): Scope {
  const side = at.keys.at(-1);
  const namespace = { kind: side === 'static' ? 'node' : 'unknown' } as const;
  const label = at.path.at(-2);
  if ((side !== 'static' && side !== 'to') || typeof label !== 'string') return { namespace };
  const task = taskOf(at, label);
  return { namespace, ...optional('owner', task && ownerOf(task)) };
}

/** The one task that the port is for; undefined where several share it. */
function taskOf({ path, parents }: At, label: string): MapEntry | undefined {
  const inTask = path.lastIndexOf('task');
  const group = path.lastIndexOf('group');
  if (inTask >= 0) {
    const name = path[inTask + 1];
    const task = entries(parents[inTask + 1]).find(({ key }) => key.text === name);
    return task && mapsItself(task.value, label, scalar(get(parents.at(-1), 'static'))?.text) ? task : undefined;
  }
  const all = group < 0 ? [] : entries(parents[group + 2]);
  // Asked for each port of the group.
  if (all.length > MOST_ENTRIES) return undefined;
  const tasks = all.flatMap(({ key, value }) => (key.text === 'task' ? entries(value) : []));
  const [only, another] = tasks.filter(({ value }) => asksFor(value, label));
  return another ? undefined : only;
}

/** Of a group: tasks, volumes, services. */
const MOST_ENTRIES = 50;

/** `ports = ["db"]` */
function asksFor(task: Node | undefined, label: string): boolean {
  const ports = get(get(task, 'config'), 'ports');
  return ports?.kind === 'list' && ports.items.slice(0, MOST_ENTRIES).some(item => scalar(item)?.text === label);
}

/** Before Nomad 0.12 the label stood in `port_map`, with the port within the container. */
function mapsItself(task: Node | undefined, label: string, port: string | undefined): boolean {
  return port !== undefined && scalar(get(get(get(task, 'config'), 'port_map'), label))?.text === port;
}

function ownerOf({ key, value }: MapEntry): Scope['owner'] {
  const image = scalar(get(get(value, 'config'), 'image'))?.text;
  const name = image === undefined ? undefined : readImage(image).name;
  return { kind: 'service', name: key.text, ...optional('image', name?.includes('${') ? undefined : name) };
}
