import type { RegistryEntry } from '../entry.ts';
import { type Port, type PortRange, PROTOCOLS, type Protocol, readRange, showRange, single } from '../port.ts';
import { COLUMNS, readAssignment } from '../rows/assignment.ts';
import { linesOf, linesOfPort, type RegistryTable } from '../table.ts';
import { covering } from './covering.ts';
import { lazy, rememberedNumbers } from './lazy.ts';
import { portKey, readPortKey } from './portKey.ts';

/** IANA's part of the registry. */
export interface Assignments {
  assigned(port: Port, protocol?: Protocol): readonly RegistryEntry[];
  named(service: string, protocol?: Protocol): readonly PortRange[];
  /** False where no row of the number, or around it, has a note on use without registration. */
  mayBeNoted(port: Port): boolean;
}

export function createAssignments(table: RegistryTable): Assignments {
  const rangesAt = lazy(() => covering(linesOf(table.ranges).flatMap(line => readRangeRow(line))));
  const notedAt = lazy(() =>
    covering([...linesOf(table.assignments), ...linesOf(table.ranges)].filter(isNoted).flatMap(readRangeRow)),
  );
  const index = lazy(() => indexNames(table));

  /** Rows for the number itself hide the range that covers it: 7775/tcp is inetfs inside the Unassigned 7748-7776. */
  const rowsAt = (port: Port): ((protocol: Protocol) => readonly RegistryEntry[]) => {
    const rows = linesOfPort(table.assignments, port).flatMap(line => readAssignment(line) ?? []);
    const ranges = rangesAt()(port).flatMap(({ entries }) => entries());
    return protocol => {
      const own = rows.filter(row => isFor(row, protocol));
      return own.length > 0 ? own : ranges.filter(row => isFor(row, protocol));
    };
  };

  const assigned: Assignments['assigned'] = (port, protocol) => {
    const rowsOf = rowsAt(port);
    if (protocol !== undefined) return orAbsent(rowsOf(protocol), port, protocol);
    const [tcp = [], udp = [], ...others] = PROTOCOLS.map(rowsOf);
    // A row without a transport speaks for tcp and udp already; sctp and dccp count by rows of their own.
    const own = others.flat().filter(row => row.protocol !== null);
    if (tcp.length + udp.length + own.length === 0) return orAbsent([], port, null);
    return [...new Set([...orAbsent(tcp, port, 'tcp'), ...orAbsent(udp, port, 'udp'), ...own])];
  };
  // Pages and rules ask for the same number several times.
  const answered = rememberedNumbers(key => assigned(...readPortKey(key)));

  return {
    assigned: (port, protocol) => answered(portKey(port, protocol)),
    mayBeNoted: port => notedAt()(port).length > 0,
    named(service, protocol) {
      const lines = index().get(service.toLowerCase()) ?? [];
      const rows = lines.flatMap(line => readAssignment(line) ?? []);
      const fit = rows.filter(row => protocol === undefined || row.protocol === protocol || row.protocol === null);
      const byText = new Map(fit.map(({ ports }) => [showRange(ports), ports]));
      return [...byText.values()].sort((a, b) => a.first - b.first);
    },
  };
}

/** A row of a range: its numbers are read at once, the rest when one of them is looked up. */
function readRangeRow(line: string): readonly { ports: PortRange; entries: () => readonly RegistryEntry[] }[] {
  const ports = readRange(line.slice(0, line.indexOf('\t')));
  return ports === undefined ? [] : [{ ports, entries: lazy(() => readAssignment(line) ?? []) }];
}

/** The line of a row has the cell for use without registration, or one behind it. */
function isNoted(line: string): boolean {
  let at = -1;
  for (let column = 0; column < NOTE_COLUMN; column++) {
    at = line.indexOf('\t', at + 1);
    if (at < 0) return false;
  }
  return true;
}

const NOTE_COLUMN = COLUMNS.indexOf('unauthorized use');

function isFor(row: RegistryEntry, protocol: Protocol): boolean {
  return row.protocol === protocol || row.protocol === null;
}

/** A number without a row is one of two things, and neither is "unassigned". */
function orAbsent(entries: readonly RegistryEntry[], port: Port, protocol: Protocol | null): readonly RegistryEntry[] {
  if (entries.length > 0) return entries;
  const status = port >= FIRST_DYNAMIC ? 'dynamic' : 'not-listed';
  return [{ ports: single(port), protocol, status, aliases: [], description: '', references: [] }];
}

/** RFC 6335, section 6: 49152-65535 are never registered. https://www.rfc-editor.org/rfc/rfc6335#section-6 */
const FIRST_DYNAMIC = 49152;

/** The lines on which each service name or old spelling stands. */
function indexNames(table: RegistryTable): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const line of [...linesOf(table.assignments), ...linesOf(table.ranges)]) {
    const [, , , service = '', aliases = ''] = line.split('\t', 5);
    for (const name of `${service} ${aliases}`.toLowerCase().split(' ')) {
      if (name === '') continue;
      const lines = index.get(name);
      if (lines === undefined) index.set(name, [line]);
      else lines.push(line);
    }
  }
  return index;
}
