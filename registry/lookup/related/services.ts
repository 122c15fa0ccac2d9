import { asPort, asProtocol, type Port, type Protocol } from '../../port.ts';
import { SAME } from '../../rows/assignment.ts';
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

/** The columns that are needed, and no objects for the others: this is the one look at all rows. */
function readServices(table: RegistryTable): Iterable<Service> {
  const known = new Map<string, Service>();
  for (const line of linesOf(table.assignments)) {
    const cells = line.split('\t', LAST_COLUMN + 1);
    const name = cells[SERVICE_COLUMN.service] ?? '';
    const port = asPort(Number(cells[SERVICE_COLUMN.ports]));
    if (name === '' || port === undefined) continue;
    const key = `${port} ${name}`;
    const other = known.get(key);
    const description = cells[SERVICE_COLUMN.description] ?? '';
    known.set(key, {
      port,
      protocols: [...(other?.protocols ?? []), ...transportsOf(cells[SERVICE_COLUMN.transports] ?? '')],
      name,
      description: other?.description ?? (description === SAME ? name : description),
      assignee: other?.assignee ?? cells[SERVICE_COLUMN.assignee] ?? '',
    });
  }
  return known.values();
}

const SERVICE_COLUMN = { ports: 0, transports: 1, service: 3, description: 5, assignee: 9 } as const;
const LAST_COLUMN = SERVICE_COLUMN.assignee;

const BOTH: readonly Protocol[] = ['tcp', 'udp'];

/** An empty cell means both; see `shortenAssignment`. */
function transportsOf(cell: string): readonly Protocol[] {
  return cell === '' ? BOTH : cell.split(',').flatMap(name => asProtocol(name) ?? []);
}

function add(index: Map<string, Service[]>, key: string, service: Service): void {
  const group = index.get(key);
  if (group === undefined) index.set(key, [service]);
  else group.push(service);
}
