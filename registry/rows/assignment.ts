import type { IsoDate, RegistryEntry } from '../entry.ts';
import { asProtocol, readRange } from '../port.ts';

/** The columns of `iana/assignments.tsv`, in their order. */
export const COLUMNS: readonly string[] = [
  'ports',
  'transports',
  'status',
  'service',
  'aliases',
  'description',
  'registered',
  'modified',
  'references',
  'assignee',
  'unauthorized use',
  'notes',
  'service code',
];

/** Between the references of one row; no reference of IANA holds a bar. */
export const REFERENCE_SEPARATOR = ' | ';

/** Stands for a description that repeats the service name, or the status of a row without a name. */
export const SAME = '=';

/**
 * Reads one row of the table, which stands for one entry of each of its transports (`tcp,udp`; `any`: a row without a
 * transport). Empty columns at the end may be missing. Undefined where the line is no row.
 */
export function readAssignment(line: string): readonly RegistryEntry[] | undefined {
  const [range = '', transports = '', status = '', service = '', aliases = '', description = '', ...rest] =
    line.split('\t');
  const [registered = '', modified = '', references = '', assignee = '', unauthorizedUse = '', notes = '', code = ''] =
    rest;
  const ports = readRange(range);
  const known = STATUSES[status];
  if (ports === undefined || known === undefined) return undefined;
  const common = {
    ports,
    status: known,
    ...(service === '' ? {} : { service }),
    aliases: split(aliases, ' '),
    description: description === SAME ? service || STATUS_WORDS[known] : description,
    ...(assignee === '' ? {} : { assignee }),
    ...(registered === '' ? {} : { registered: registered as IsoDate }),
    ...(modified === '' ? {} : { modified: modified as IsoDate }),
    references: split(references, REFERENCE_SEPARATOR),
    ...(unauthorizedUse === '' ? {} : { unauthorizedUse }),
    ...(notes === '' ? {} : { notes }),
    ...(code === '' ? {} : { serviceCode: code }),
  };
  const protocols = (transports || USUAL_TRANSPORTS).split(',').map(name => (name === 'any' ? null : asProtocol(name)));
  return protocols.every(protocol => protocol !== undefined)
    ? protocols.map(protocol => ({ ...common, protocol }))
    : undefined;
}

/** What an empty cell means: most rows name both. */
const USUAL_TRANSPORTS = 'tcp,udp';

/** The statuses as the table spells them, and as the bundle does. */
const STATUSES: Readonly<Partial<Record<string, keyof typeof STATUS_WORDS>>> = {
  assigned: 'assigned',
  reserved: 'reserved',
  unassigned: 'unassigned',
  '': 'assigned',
  r: 'reserved',
  u: 'unassigned',
};

/** IANA's own words for a row without a name. */
export const STATUS_WORDS: Readonly<Record<'assigned' | 'reserved' | 'unassigned', string>> = {
  assigned: 'Assigned',
  reserved: 'Reserved',
  unassigned: 'Unassigned',
};

/** The same row with its commonest cells left empty, for the bundle. */
export function shortenAssignment(line: string): string {
  const [range = '', transports = '', status = '', ...rest] = line.split('\t');
  const short = { assigned: '', reserved: 'r', unassigned: 'u' }[status] ?? status;
  const cells = [range, transports === USUAL_TRANSPORTS ? '' : transports, short, ...rest];
  return cells.join('\t').replace(/\t+$/, '');
}

function split(text: string, separator: string): readonly string[] {
  return text === '' ? [] : text.split(separator);
}
