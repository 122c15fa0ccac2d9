import { addTo } from '../../text/addTo.ts';
import { once } from '../../text/once.ts';
import type { PortRole } from '../occurrence.ts';
import { CLIENTS } from './programs/clients.ts';
import { CONTAINERS } from './programs/containers.ts';
import type { FlagKind, OperandKind, Program } from './programs/program.ts';
import { SERVERS } from './programs/servers.ts';
import { WRAPPERS } from './programs/wrappers.ts';

/** A row of the table with what its words and flags stand for. */
export interface KnownProgram {
  readonly program: Program;
  /** The words that chose it: `['docker', 'run']`. */
  readonly words: readonly string[];
  /** What each flag takes; attached: only after `=`. */
  readonly flags: ReadonlyMap<string, { readonly kind: FlagKind; readonly attached: boolean }>;
  readonly switches: ReadonlySet<string> | undefined;
  readonly operands: readonly OperandKind[];
  /** The last of `operands` stands for all that follow. */
  readonly repeats: boolean;
}

/** Flags that mean the same wherever they occur, and whose names tell it to people only. */
export const WELL_KNOWN_FLAGS: ReadonlyMap<string, PortRole> = new Map([
  ['remote-debugging-port', 'listen'],
  ['inspect', 'listen'],
  ['inspect-brk', 'listen'],
  ['inspect-port', 'listen'],
  ['bootstrap-server', 'connect'],
  ['broker-list', 'connect'],
  ['zookeeper', 'connect'],
  ['redis', 'connect'],
  ['join', 'connect'],
  ['retry-join', 'connect'],
]);

/** Programs whose arguments are texts: a URL in a message is no setting. */
export const SPEAKERS: ReadonlySet<string> = new Set(
  'echo printf cat grep egrep sed awk test [ [[ case for mkdir cp mv rm ln chmod chown ls tar ssh-keygen adduser useradd groupadd install touch Write-Host Write-Output Write-Error Write-Warning Write-Verbose Write-Information Write-Debug throw tcpdump tshark ngrep dumpcap'.split(
    ' ',
  ),
);

/** The row that fits the start of a command best, and how many of its words it takes. */
export function findProgram(
  words: readonly string[],
): { readonly known: KnownProgram; readonly taken: number } | undefined {
  const name = programName(words[0] ?? '');
  let best: { readonly row: Row; readonly taken: number } | undefined;
  const rows = ROWS();
  for (const row of rows.get(name) ?? rows.get(name.replace(/(?<![\d.])[\d.]+$/, '')) ?? []) {
    const taken = match(row.words, words);
    if (taken !== undefined && row.words.length > (best?.row.words.length ?? 0)) best = { row, taken };
  }
  return best && { known: best.row.known(), taken: best.taken };
}

/** `/usr/bin/psql` and `psql.exe` are `psql`. */
export function programName(word: string): string {
  const name = word.slice(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1);
  return name.replace(/\.(?:exe|cmd|bat|sh|phar)$/i, '');
}

/** Flags, with values or without, may stand between a program and its subcommand: `kubectl -n web port-forward`. */
function match(wanted: readonly string[], words: readonly string[]): number | undefined {
  let found = 1;
  for (let at = 1; found < wanted.length; at++) {
    const word = words[at];
    if (word === undefined) return undefined;
    if (word === wanted[found]) found++;
    else if (!word.startsWith('-')) return undefined;
    else if (words[at + 1] !== wanted[found] && words[at + 2] === wanted[found]) at++;
    if (found === wanted.length) return at + 1;
  }
  return found;
}

const FLAG_KINDS: readonly FlagKind[] = [
  'listen',
  'connect',
  'advertise',
  'expose',
  'label',
  'allow',
  'host',
  'mapping',
  'tunnel',
  'forward',
  'ports',
  'chain',
  'registry',
  'setting',
  'settings',
  'command',
  'script',
  'value',
];

interface Row {
  readonly words: readonly string[];
  /** A process meets few of the programs, so the rest of a row is read when its program is met. */
  readonly known: () => KnownProgram;
}

const ROWS: () => ReadonlyMap<string, readonly Row[]> = once(() =>
  index([...WRAPPERS, ...SERVERS, ...CLIENTS, ...CONTAINERS]),
);

function index(programs: readonly Program[]): ReadonlyMap<string, readonly Row[]> {
  const rows = new Map<string, Row[]>();
  for (const program of programs) {
    for (const run of program.run.split('|')) {
      const words = run.split(' ');
      const row = { words, known: once(() => knownProgram(program, words)) };
      addTo(rows, words[0] ?? '', row);
    }
  }
  return rows;
}

function knownProgram(program: Program, words: readonly string[]): KnownProgram {
  const operands = (program.operands ?? '').split(' ').filter(kind => kind !== '');
  return {
    program,
    words,
    flags: flagsOf(program),
    switches: program.switches === undefined ? undefined : new Set(program.switches.split(' ')),
    operands: operands.map(kind => kind.replace('…', '') as OperandKind),
    repeats: program.operands?.endsWith('…') ?? false,
  };
}

function flagsOf(program: Program): KnownProgram['flags'] {
  const flags = new Map<string, { kind: FlagKind; attached: boolean }>();
  for (const kind of FLAG_KINDS)
    for (const flag of program[kind]?.split(' ') ?? [])
      flags.set(flag.replace(/=$/, ''), { kind, attached: flag.endsWith('=') });
  return flags;
}
