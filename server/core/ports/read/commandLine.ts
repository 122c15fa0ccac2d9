import type { Protocols } from '../../../../registry/port.ts';
import { asAssignment, readWords } from '../../syntax/shell.ts';
import { append } from '../../text/append.ts';
import { type Mapped, slice, UNKNOWN } from '../../text/mapped.ts';
import { readBashSockets } from './bashSocket.ts';
import { type GivenFlag, matchFlag, readUnknownFlag, readWord, settings } from './commandFlags.ts';
import { withHost } from './commandHost.ts';
import { containerOf, programOf, readRegistry } from './commandImage.ts';
import {
  type CommandPort,
  inContainer,
  readForward,
  readPlace,
  readPortList,
  readPublish,
  readSocat,
  readTunnel,
} from './commandValue.ts';
import { readFirewallCommand } from './firewall/command.ts';
import { readWindowsRules } from './firewall/netsh.ts';
import { interpolate } from './interpolate.ts';
import type { OperandKind } from './programs/program.ts';
import { findProgram, type KnownProgram, programName, SPEAKERS } from './programs.ts';
import { programWord } from './programWord.ts';
import { readReplicaSet } from './replicaSet.ts';
import { readScript } from './script.ts';
import { readSpoken } from './spokenCommand.ts';
import { holdsCommand, programIn } from './variableProgram.ts';

export type { CommandPort } from './commandValue.ts';

/** The ports in a text for a POSIX shell. Never fails; a program that nobody knows is read by its long flags alone. */
export function readCommandLine(mapped: Mapped): readonly CommandPort[] {
  const text = interpolate(mapped, 'backslash');
  return [...readAnywhere(text), ...readShellText(text, 0)];
}

/** The ports in a list of arguments, the program first: the exec form of a Dockerfile, a list of compose `command`. */
export function readArguments(words: readonly Mapped[]): readonly CommandPort[] {
  const known = words.map(word => interpolate(word, 'backslash'));
  return [...known.flatMap(readAnywhere), ...readCommand(known, 0)];
}

/** What gives itself away wherever it stands, in quotes or in the language of another program. */
function readAnywhere(text: Mapped): readonly CommandPort[] {
  return [...readBashSockets(text), ...readReplicaSet(text), ...readWindowsRules(text)];
}

/** What Tilt forwards: `8080`, `8080:80`, `127.0.0.1:8080:80`. */
export function readTunnelled(value: Mapped): readonly CommandPort[] {
  const cut = value.text.indexOf(':', value.text.lastIndexOf('.') + 1);
  const host = /^[a-z\d.-]*[a-z.]/i.test(value.text) ? cut + 1 : 0;
  return readForward(slice(value, host, value.text.length));
}

/** A setting that holds arguments for a program: `JAVA_OPTS=-Dserver.port=8080`, `NODE_OPTIONS=--inspect=9229`. */
export function readOptions(name: string, value: Mapped): readonly CommandPort[] {
  if (!OPTIONS.test(name) && !/^--[a-z]/.test(value.text)) return [];
  const read = readWords(interpolate(value, 'backslash'));
  const assigned = read.flatMap(command => command.assignments);
  const words = read.flatMap(command => command.words);
  return [
    ...assigned.flatMap(({ name, value }) => settings(name, value, value)),
    ...readCommand([programWord(), ...words], 0),
  ];
}

const OPTIONS = /(?:^|_|(?<=[a-z]))(?:OPTS?|OPTIONS|ARGS|ARGUMENTS|FLAGS?)$/i;

/** A shell in a shell in a shell is more than anyone writes; a hostile text must not exhaust the stack. */
const DEEPEST = 8;

function readShellText(mapped: Mapped, depth: number): readonly CommandPort[] {
  if (depth > DEEPEST || !/\d|\uFFFC/.test(mapped.text)) return [];
  return readWords(mapped).flatMap(({ assignments, words }) => [
    ...assignments.flatMap(({ name, value }) => readVariable(name, value, depth)),
    ...readCommand(words, depth),
  ]);
}

/** A variable of a script or makefile: a setting, options for a program, or a command of its own. */
export function readAssigned(name: string, value: Mapped): readonly CommandPort[] {
  return readVariable(name, interpolate(value, 'backslash'), 0);
}

function readVariable(name: string, value: Mapped, depth: number): readonly CommandPort[] {
  if (holdsCommand(value)) return readShellText(value, depth + 1);
  const options = readOptions(name, value);
  return options.length > 0 ? options : settings(name, value, value);
}

/** The reading of one command: what its words said so far. */
interface Reading {
  readonly known: KnownProgram | undefined;
  /** A variable may hold flags. */
  readonly isOpen: boolean;
  readonly depth: number;
  readonly ports: CommandPort[];
  /** Ports of the container that the command starts. */
  readonly inside: CommandPort[];
  readonly published: Mapped[];
  host?: Mapped;
  name?: Mapped;
  image?: Mapped;
  /** How many operands were met. */
  operands: number;
}

function readCommand(words: readonly Mapped[], depth: number): readonly CommandPort[] {
  const first = words[0];
  if (!first || depth > DEEPEST) return [];
  // A script in quotes, for a shell that is named elsewhere.
  if (words.length === 1 && first.text.includes('\n')) return readShellText(first, depth + 1);
  if (SPEAKERS.has(programName(first.text))) return readSpoken(first.text, words);
  const rules = readFirewallCommand(words);
  if (rules) return rules;
  const found = findProgram(words.map(programIn));
  // `$SUDO docker run`
  if (!found && first.text === UNKNOWN && words.length > 1) return readCommand(words.slice(1), depth + 1);
  // A line of flags alone: its program stands elsewhere.
  const isProgram = !first.text.startsWith('-');
  const reading: Reading = {
    known: found?.known,
    isOpen: words.some(({ text }, index) => text === UNKNOWN && !words[index - 1]?.text.startsWith('-')),
    depth,
    ports: found || !isProgram ? [] : [...readWord(first)],
    inside: [],
    published: [],
    operands: 0,
  };
  let at = found?.taken ?? (isProgram ? 1 : 0);
  while (at < words.length) at += readNext(reading, words, at);
  return finish(reading, protocolsOf(reading.known, words));
}

/** Reads the word at `at`, and says how many words that took. */
function readNext(reading: Reading, words: readonly Mapped[], at: number): number {
  const word = words[at];
  const rest = words.length - at;
  if (!word) return rest;
  if (word.text === '--') {
    if (!words[at + 1] || words[at + 1]?.text.startsWith('-')) return 1;
    append(reading.ports, readCommand(words.slice(at + 1), reading.depth + 1));
    return rest;
  }
  const flag = reading.known && !reading.image && matchFlag(reading.known, word, words[at + 1]);
  if (flag) {
    readFlag(reading, flag);
    return flag.used;
  }
  if (reading.image) {
    // Flags after the image are for the program that the image starts.
    const start = word.text.startsWith('-') ? [programOf(reading.image)] : [];
    append(reading.inside, readCommand([...start, ...words.slice(at)], reading.depth + 1));
    return rest;
  }
  if (word.text.startsWith('-') && word.text.length > 1) return readOther(reading, word, words[at + 1]);
  const operand = reading.known && operandAt(reading.known, reading.operands);
  // `docker run $ARGS -p 80:80 $IMAGE`: the first variable holds flags.
  if (operand === 'image' && word.text === UNKNOWN && words[at + 1]?.text.startsWith('-')) return 1;
  if (operand !== 'run') {
    reading.operands++;
    // `run "docker run -p 80:80 app"`, for a function of the script's own.
    const inner = operand === undefined ? (asAssignment(word)?.value ?? word) : undefined;
    if (inner && holdsCommand(inner)) append(reading.ports, readShellText(inner, reading.depth + 1));
    const name = words[at - 1]?.text ?? '';
    // `get_or PANEL_DB_PORT 5432`
    if (operand === undefined && /^\d{1,5}$/.test(word.text) && /^[A-Z][A-Z\d_]*$/.test(name))
      append(reading.ports, settings(name, word, word));
    readOperand(reading, operand, word);
    return 1;
  }
  const assigned = asAssignment(word);
  if (assigned) {
    append(reading.ports, readVariable(assigned.name, assigned.value, reading.depth));
    return 1;
  }
  append(reading.ports, readInner(reading, words.slice(at)));
  return rest;
}

function operandAt(known: KnownProgram, index: number): OperandKind | undefined {
  return known.operands[index] ?? (known.repeats ? known.operands.at(-1) : undefined);
}

function readInner(reading: Reading, words: readonly Mapped[]): readonly CommandPort[] {
  const [first] = words;
  const isText = words.length === 1 && first !== undefined && /\s/.test(first.text);
  return isText ? readShellText(first, reading.depth + 1) : readCommand(words, reading.depth + 1);
}

function readFlag(reading: Reading, { kind, value }: GivenFlag): void {
  if (kind === 'mapping') reading.published.push(value);
  else if (kind === 'expose') append(reading.inside, readPlace(value, 'expose'));
  else if (kind === 'settings') append(reading.ports, readList(value));
  else if (kind === 'setting') append(isContainer(reading) ? reading.inside : reading.ports, readWord(value));
  else if (kind === 'command') append(reading.ports, readShellText(value, reading.depth + 1));
  else if (kind === 'script') append(reading.ports, readScript(value));
  else if (kind === 'tunnel') append(reading.ports, readTunnel(value));
  else if (kind === 'forward') append(reading.ports, readForward(value));
  else if (kind === 'ports' || kind === 'chain' || kind === 'label' || (kind === 'allow' && value.text.includes(',')))
    append(reading.ports, readPortList(value, kind === 'label' || kind === 'allow' ? kind : 'connect'));
  else if (kind === 'registry') append(reading.ports, readRegistry(value));
  else if (kind === 'host') readHost(reading, value);
  else if (kind !== 'value') append(reading.ports, readPlace(value, kind, reading.known?.program.protocol));
}

/** `service.port=80,service.targetPort=8080` */
function readList(word: Mapped): readonly CommandPort[] {
  return [...word.text.matchAll(/(?:[^,\\]|\\.){1,1000}/g)].flatMap(({ 0: item, index }) =>
    readWord(slice(word, index, index + item.length)),
  );
}

function readOther(reading: Reading, word: Mapped, next: Mapped | undefined): number {
  const attached = /^--?[\w.-]{1,100}=(?=-)/.exec(word.text)?.[0].length;
  // `--args='--server.port=80'`
  if (attached !== undefined) {
    append(reading.ports, readOptions('ARGS', slice(word, attached, word.text.length)));
    return 1;
  }
  const { ports, used, host } = readUnknownFlag(word, next);
  append(reading.ports, ports);
  if (host) reading.host ??= host;
  if (word.text === '--name' && next) reading.name = next;
  const { known } = reading;
  if (!known?.switches || known.switches.has(word.text) || isCluster(word.text, known.switches)) return used;
  return word.text.includes('=') ? 1 : 2;
}

/** `-dit`: letters of flags that take no value. */
function isCluster(text: string, switches: ReadonlySet<string>): boolean {
  return /^-\w+$/.test(text) && [...text.slice(1)].every(letter => switches.has(`-${letter}`));
}

function readOperand(reading: Reading, kind: OperandKind | undefined, word: Mapped): void {
  if (kind === 'image') {
    reading.image = word;
    append(reading.ports, readRegistry(word));
  } else if (kind === 'registry') append(reading.ports, readRegistry(word));
  else if (kind === 'host') readHost(reading, word);
  else if (kind === 'forward') append(reading.ports, readForward(word));
  else if (kind === 'socat') append(reading.ports, readSocat(word));
  else if (kind === 'command') append(reading.ports, readShellText(word, reading.depth + 1));
  // A bare number belongs to some flag before it.
  else if (kind === 'address')
    append(reading.ports, /:\d/.test(word.text) ? readPlace(word, 'connect') : readWord(word));
  else if (kind === undefined || kind === 'skip' || kind === 'setting' || kind === 'run') {
    append(reading.ports, readWord(word));
  } else append(reading.ports, readPlace(word, kind, reading.known?.program.protocol));
}

/** A host may have its port behind it, whatever the manual page says. */
function readHost(reading: Reading, word: Mapped): void {
  const isServer = reading.known?.program.listen !== undefined || reading.known?.operands.includes('listen');
  const ports = readPlace(word, isServer ? 'listen' : 'connect');
  const isHost = ports.length === 0 || /^\d/.test(word.text);
  if (isHost) reading.host = slice(word, word.text.lastIndexOf('@') + 1, word.text.length);
  else append(reading.ports, ports);
}

function isContainer({ known }: Reading): boolean {
  return known?.operands.includes('image') ?? false;
}

function finish(reading: Reading, implied: Protocols | undefined): readonly CommandPort[] {
  const owner = containerOf(reading);
  const place = inContainer(owner);
  const said: readonly CommandPort[] = [
    ...reading.ports.map(port => withHost(port, reading)),
    ...reading.published.flatMap(word => readPublish(word, owner)),
    ...reading.inside.map(port => ({
      ...port,
      namespace: port.namespace ?? place.namespace,
      owner: port.owner ?? place.owner,
    })),
  ];
  // `-p 53:53/$PROTOCOL` names one, only nobody knows which.
  return implied
    ? said.map(port => (port.protocols || port.protocolSpan ? port : { ...port, protocols: implied }))
    : said;
}

/** What ports speak that name no protocol: the programs of the table TCP unless something says otherwise. */
function protocolsOf(known: KnownProgram | undefined, words: readonly Mapped[]): Protocols | undefined {
  const switches = known?.program.udp?.split(' ').map(flag => flag.replace(/^-+/, '')) ?? [];
  const isUdp = words.some(({ text }) =>
    switches.some(flag => text === `--${flag}` || (flag.length === 1 && /^-\w+$/.test(text) && text.includes(flag))),
  );
  if (isUdp || known?.program.protocol === 'udp') return ['udp'];
  return known && TCP;
}

const TCP: Protocols = ['tcp'];
