import type { Port, Protocol } from '../../port.ts';
import { readAssignment } from '../../rows/assignment.ts';
import { linesOf, type RegistryTable } from '../../table.ts';
import { lazy } from '../lazy.ts';

/** A service of IANA on one number, its transports together. */
export interface Service {
  readonly port: Port;
  /** Empty for a row without a transport. */
  readonly protocols: readonly Protocol[];
  readonly name: string;
  readonly description: string;
  readonly assignee: string;
}

/** All the services, by what neighbours have in common. */
export interface Services {
  /** In lower case. */
  named(name: string): readonly Service[];
  ofAssignee(assignee: string): readonly Service[];
  /** By `stemOf` of their names. */
  ofStem(stem: string): readonly Service[];
}

export function createServices(table: RegistryTable): Services {
  const indexes = lazy(() => indexServices(table));
  return {
    named: name => indexes().byName.get(name) ?? [],
    ofAssignee: assignee => indexes().byAssignee.get(assignee) ?? [],
    ofStem: stem => indexes().byStem.get(stem) ?? [],
  };
}

/** What the names of one family begin with: `isis-am` and `isis-bcast`, `netplay-port1` and `netplay-port2`. */
export function stemOf(name: string): string {
  const [first = ''] = name.toLowerCase().split(/[-_.]/);
  return first.replace(/\d+$/, '');
}

interface Indexes {
  readonly byName: ReadonlyMap<string, readonly Service[]>;
  readonly byAssignee: ReadonlyMap<string, readonly Service[]>;
  readonly byStem: ReadonlyMap<string, readonly Service[]>;
}

function indexServices(table: RegistryTable): Indexes {
  const byName = new Map<string, Service[]>();
  const byAssignee = new Map<string, Service[]>();
  const byStem = new Map<string, Service[]>();
  for (const service of readServices(table)) {
    add(byName, service.name.toLowerCase(), service);
    if (service.assignee !== '') add(byAssignee, service.assignee, service);
    add(byStem, stemOf(service.name), service);
  }
  return { byName, byAssignee, byStem };
}

function readServices(table: RegistryTable): Iterable<Service> {
  const known = new Map<string, Service>();
  for (const line of linesOf(table.assignments)) {
    const transports = readAssignment(line) ?? [];
    const [first] = transports;
    if (first?.service === undefined) continue;
    const port = first.ports.first;
    const key = `${port} ${first.service}`;
    const other = known.get(key);
    known.set(key, {
      port,
      protocols: [...(other?.protocols ?? []), ...transports.flatMap(({ protocol }) => protocol ?? [])],
      name: first.service,
      description: other?.description ?? first.description,
      assignee: other?.assignee ?? first.assignee ?? '',
    });
  }
  return known.values();
}

function add(index: Map<string, Service[]>, key: string, service: Service): void {
  const group = index.get(key);
  if (group === undefined) index.set(key, [service]);
  else group.push(service);
}
