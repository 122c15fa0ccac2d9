import type { RelatedPort } from '../../entry.ts';
import { asPort, asProtocol, type Port, type Protocol } from '../../port.ts';
import { SAME } from '../../rows/assignment.ts';
import { linesOf, linesOfPort, type RegistryTable } from '../../table.ts';
import { fewOrMany } from '../fewOrMany.ts';
import { fold } from '../fold.ts';
import { groupBy } from '../groupBy.ts';
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
  /** Those of one number. */
  at(port: Port): readonly Service[];
  /** By any of these names, in lower case. */
  named(names: readonly string[]): readonly Service[];
  ofAssignee(assignee: string): readonly Service[];
  /** By `stemOf` of their names. */
  ofStem(stem: string): readonly Service[];
}

/** A service as one that is related in this way. */
export function relatedBy(relation: RelatedPort['relation']): (service: Service) => RelatedPort {
  return ({ port, protocols, name, description: detail }) => ({
    ...{ port, protocols, name, detail },
    relation,
    kind: 'service',
  });
}

export function createServices(table: RegistryTable): Services {
  const folded = lazy(() => fold(table.assignments));
  const at = (port: Port): readonly Service[] => readServices(linesOfPort(table.assignments, port));
  /** The services of the numbers in whose lines a cell begins with one of the texts. */
  const near = (...texts: readonly string[]): readonly Service[] => portsWith(folded(), texts).flatMap(at);
  const all = lazy(() => readServices(linesOf(table.assignments)));
  return {
    at,
    named: fewOrMany(
      names => near(...names).filter(({ name }) => names.includes(name.toLowerCase())),
      () => {
        const index = groupBy(all(), ({ name }) => name.toLowerCase());
        return names => names.flatMap(name => index.get(name) ?? []);
      },
    ),
    ofAssignee: fewOrMany(
      assignee => near(fold(assignee)).filter(service => service.assignee === assignee),
      () => {
        const index = groupBy(all(), ({ assignee }) => assignee);
        return assignee => index.get(assignee) ?? [];
      },
    ),
    ofStem: fewOrMany(
      stem => near(stem).filter(({ name }) => stemOf(name) === stem),
      () => {
        const index = groupBy(all(), ({ name }) => stemOf(name));
        return stem => index.get(stem) ?? [];
      },
    ),
  };
}

/** What the names of one family begin with: `isis-am` and `isis-bcast`, `netplay-port1` and `netplay-port2`. */
export function stemOf(name: string): string {
  const [first = ''] = name.toLowerCase().split(/[-_.]/);
  return first.replace(/\d+$/, '');
}

function portsWith(text: string, starts: readonly string[]): readonly Port[] {
  if (starts.length === 0) return [];
  const alternatives = starts.map(start => start.replace(/[^a-z0-9 ]/g, '\\$&')).join('|');
  const found = new Set<Port>();
  for (const { index } of text.matchAll(new RegExp(`\\t(?:${alternatives})`, 'g'))) {
    const line = text.lastIndexOf('\n', index) + 1;
    const port = asPort(Number(text.slice(line, text.indexOf('\t', line))));
    if (port !== undefined) found.add(port);
  }
  return [...found];
}

/** The columns that are needed, and no objects for the others: an index looks at all rows. */
function readServices(lines: readonly string[]): readonly Service[] {
  const known = new Map<string, Service>();
  for (const line of lines) {
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
  return [...known.values()];
}

const SERVICE_COLUMN = { ports: 0, transports: 1, service: 3, description: 5, assignee: 9 } as const;
const LAST_COLUMN = SERVICE_COLUMN.assignee;

const BOTH: readonly Protocol[] = ['tcp', 'udp'];

/** An empty cell means both; see `shortenAssignment`. */
function transportsOf(cell: string): readonly Protocol[] {
  return cell === '' ? BOTH : cell.split(',').flatMap(name => asProtocol(name) ?? []);
}
