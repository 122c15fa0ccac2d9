import type { IsoDate, RegistryEntry } from '../entry.ts';
import { groupBy } from '../lookup/groupBy.ts';
import { PROTOCOLS, showRange } from '../port.ts';
import { COLUMNS, REFERENCE_SEPARATOR, readAssignment, SAME, STATUS_WORDS } from '../rows/assignment.ts';
import type { IanaSnapshot } from './iana.ts';
import { isoDate } from './isoDate.ts';

export const IANA_XML = 'https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.xml';

/**
 * The table that is kept: one assignment a line, sorted by number, IANA's order within a number. Rows which differ in
 * their transport only are one line (`tcp,udp`), unless that would change the order in which they are read back.
 */
export function writeAssignments(snapshot: IanaSnapshot): string {
  const ports = groupBy(sortEntries(snapshot.entries), entry => showRange(entry.ports));
  const lines = [...ports.values()].flatMap(entries => {
    const merged = mergeTransports(entries);
    return merged.length === 1 || sameOrder(merged, entries) ? merged : entries.map(entry => writeRow([entry]));
  });
  return [...headOf(snapshot.date), ...lines, ''].join('\n');
}

/** Reads what `writeAssignments` wrote. Throws, with the line, on anything else. */
export function readAssignments(text: string): IanaSnapshot {
  const lines = text.split('\n');
  const date = isoDate(/^# .* of (\S+)$/.exec(lines[0] ?? '')?.[1] ?? '');
  if (date === undefined) throw new Error("line 1: no date of IANA's snapshot");
  const entries = lines.flatMap((line, index) => {
    if (line === '' || line.startsWith('#')) return [];
    const row = readAssignment(line);
    if (row === undefined) throw new Error(`line ${index + 1}: not an assignment: ${line}`);
    return row;
  });
  return { date, entries: sortEntries(entries) };
}

/** By number, then by transport; the sort is stable, so IANA's order stays among the names of one number. */
export function sortEntries(entries: readonly RegistryEntry[]): readonly RegistryEntry[] {
  return entries.toSorted(
    (a, b) => a.ports.first - b.ports.first || a.ports.last - b.ports.last || rank(a.protocol) - rank(b.protocol),
  );
}

function headOf(date: IsoDate): readonly string[] {
  return [
    `# Service names and port numbers, IANA, as of ${date}`,
    `# ${IANA_XML}`,
    '# Public domain (CC0 1.0): https://www.iana.org/help/licensing-terms',
    '# Written by `npm run registry:update`; do not edit. "any" is a row without a transport, "=" a description that',
    '# repeats the name or the status. Service names without a number, contacts and addresses are left out.',
    `# ${COLUMNS.join('\t')}`,
  ];
}

function mergeTransports(entries: readonly RegistryEntry[]): readonly string[] {
  const groups = groupBy(entries, entry => writeRow([{ ...entry, protocol: null }]));
  return [...groups.values()].map(writeRow);
}

function sameOrder(lines: readonly string[], entries: readonly RegistryEntry[]): boolean {
  const read = sortEntries(lines.flatMap(line => readAssignment(line) ?? []));
  return (
    JSON.stringify(read.map(entry => writeRow([entry]))) === JSON.stringify(entries.map(entry => writeRow([entry])))
  );
}

function writeRow(entries: readonly RegistryEntry[]): string {
  const [entry] = entries;
  if (entry === undefined) return '';
  const usual = entry.service ?? (entry.status in STATUS_WORDS ? STATUS_WORDS[entry.status as 'assigned'] : '');
  const cells = [
    showRange(entry.ports),
    entries.map(({ protocol }) => protocol ?? 'any').join(','),
    entry.status,
    entry.service ?? '',
    entry.aliases.join(' '),
    entry.description === usual ? SAME : entry.description,
    entry.registered ?? '',
    entry.modified ?? '',
    entry.references.join(REFERENCE_SEPARATOR),
    entry.assignee ?? '',
    entry.unauthorizedUse ?? '',
    entry.notes ?? '',
    entry.serviceCode ?? '',
  ];
  return cells.join('\t').replace(/\t+$/, '');
}

function rank(protocol: RegistryEntry['protocol']): number {
  return protocol === null ? PROTOCOLS.length : PROTOCOLS.indexOf(protocol);
}
