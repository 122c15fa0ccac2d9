import { parseArgs } from 'node:util';
import { nearestNames } from '../../registry/lookup/suggest.ts';
import { isLevel, type Level, SEVERITIES, type Severity } from '../core/analysis.ts';
import { COMMANDS, type Command, OPTIONS, type OptionName, OUTPUT_FORMATS, SHORT_OPTIONS } from './optionTable.ts';

/** What was asked for. Options that a command does not take have their defaults. */
export interface Options {
  readonly command: Command;
  /** Paths, or what to explain. */
  readonly operands: readonly string[];
  readonly format: string;
  readonly failOn: Severity;
  readonly level: Severity;
  readonly rules: Readonly<Record<string, Level>>;
  readonly pedantic: boolean;
  readonly maxWarnings: number;
  readonly fix: boolean;
  /** The path that standard input stands for, where it is read. */
  readonly stdinPath: string | undefined;
  readonly ignore: boolean;
  /** The project file that holds instead of the roots' own. */
  readonly config: string | undefined;
  /** The file of findings that are accepted. */
  readonly baseline: string | undefined;
  readonly writeBaseline: string | undefined;
  /** Whether ports that are commented out are listed. */
  readonly comments: boolean;
  /** Whether the text of a map may be long. */
  readonly all: boolean;
  /** Where free ports are looked for; undefined where the project is to tell. */
  readonly near: number | undefined;
  readonly count: number;
}

export type Parsed =
  | { readonly kind: 'run'; readonly options: Options }
  | { readonly kind: 'help'; readonly command: Command | undefined }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly message: string };

export function parseOptions(argv: readonly string[], ruleIds: readonly string[]): Parsed {
  const { given, operands, wrong } = readArguments(argv);
  const [name, ...rest] = operands;
  const command = isCommand(name) ? name : undefined;
  if (given.has('help') || (name === 'help' && wrong === undefined)) {
    return { kind: 'help', command: command ?? (isCommand(rest[0]) ? rest[0] : undefined) };
  }
  if (given.has('version')) return { kind: 'version' };
  if (name === undefined) return { kind: 'wrong', message: wrong ?? 'a command is missing; see portolan --help' };
  if (command === undefined) return { kind: 'wrong', message: unknownCommand(name) };
  if (wrong !== undefined) return { kind: 'wrong', message: wrong };
  const problem = misplaced(given, command) ?? valueProblem(given, command, ruleIds) ?? usage(given, command, rest);
  if (problem !== undefined) return { kind: 'wrong', message: problem };
  return { kind: 'run', options: optionsOf(given, command, rest) };
}

type Given = ReadonlyMap<OptionName, readonly string[]>;

interface Arguments {
  /** Every value of each option; a switch has the empty text. */
  readonly given: Given;
  readonly operands: readonly string[];
  readonly wrong: string | undefined;
}

/** Not strict, as the words of `parseArgs` for what is wrong suggest nothing. */
function readArguments(argv: readonly string[]): Arguments {
  const options = Object.fromEntries(
    Object.entries(OPTIONS).map(([name, { value }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const), multiple: true },
    ]),
  );
  for (const [short, name] of Object.entries(SHORT_OPTIONS)) Object.assign(options[name] ?? {}, { short });
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  const given = new Map<OptionName, string[]>();
  const operands: string[] = [];
  let wrong: string | undefined;
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    if (!isOption(name)) {
      wrong ??= unknownOption(rawName);
      continue;
    }
    const takesValue = OPTIONS[name].value !== undefined;
    if (takesValue && (value === undefined || (!inlineValue && /^-./.test(value)))) {
      wrong ??= `${rawName} needs a value: ${rawName} ${OPTIONS[name].value}`;
    } else if (!takesValue && value !== undefined) wrong ??= `${rawName} takes no value`;
    given.set(name, [...(given.get(name) ?? []), value ?? '']);
  }
  return { given, operands, wrong };
}

function misplaced(given: Given, command: Command): string | undefined {
  for (const name of given.keys()) {
    const { commands } = OPTIONS[name];
    if (commands && !commands.includes(command)) {
      return `${command} does not take --${name}; ${listed(commands)} ${commands.length > 1 ? 'do' : 'does'}`;
    }
  }
  return undefined;
}

/** `check, scan and free` */
function listed(names: readonly string[]): string {
  return names.join(', ').replace(/, (?=[^,]*$)/, ' and ');
}

function valueProblem(given: Given, command: Command, ruleIds: readonly string[]): string | undefined {
  for (const format of given.get('format') ?? []) {
    const formats: readonly string[] = OUTPUT_FORMATS[command];
    if (!formats.includes(format)) return unknown(`format`, format, formats, true);
  }
  for (const name of ['fail-on', 'level'] as const) {
    for (const level of given.get(name) ?? []) {
      if (!isSeverity(level)) return unknown(`level for --${name}`, level, SEVERITIES, true);
    }
  }
  for (const text of given.get('rule') ?? []) {
    const [id = '', level] = splitRule(text);
    if (!ruleIds.includes(id)) return unknown('rule', id, ruleIds, false);
    if (level === undefined) return `--rule needs a level: --rule ${id}=warning`;
    if (!isLevel(level)) return unknown(`level for ${id}`, level, [...SEVERITIES, 'off'], true);
  }
  const count = given.get('max-warnings')?.at(-1);
  if (count !== undefined && !/^\d{1,9}$/.test(count)) return `--max-warnings needs a number, not ${quote(count)}`;
  const near = given.get('near')?.at(-1);
  if (near !== undefined && !isWithin(near, 65535)) return `--near needs a port from 1 to 65535, not ${quote(near)}`;
  const wanted = given.get('count')?.at(-1);
  if (wanted !== undefined && !isWithin(wanted, MOST_FREE))
    return `--count needs a number from 1 to ${MOST_FREE}, not ${quote(wanted)}`;
  return undefined;
}

/** More free ports are looked for by nobody. */
const MOST_FREE = 1000;

function isWithin(text: string, most: number): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= most;
}

function usage(given: Given, command: Command, operands: readonly string[]): string | undefined {
  if (command === 'explain' && operands.length === 0) {
    return 'explain needs a port or a name: portolan explain 5432';
  }
  if (command === 'lsp' && !given.has('stdio')) return 'lsp needs --stdio: portolan lsp --stdio';
  if (command === 'lsp' && operands.length > 0) return `lsp takes no path: ${quote(operands[0] ?? '')}`;
  if (given.has('stdin') && !given.has('stdin-path')) {
    return '--stdin needs the path that it stands for: --stdin-path compose.yaml';
  }
  if (given.has('stdin-path') && !given.has('stdin')) return '--stdin-path goes with --stdin';
  if (given.has('stdin') && operands.length > 0) return '--stdin reads one file, so no path may be given';
  if (given.has('stdin') && given.has('fix')) return '--fix writes files and cannot go with --stdin';
  if (given.get('config')?.at(-1) === '') return '--config needs a file: --config portolan.json';
  for (const name of ['baseline', 'write-baseline'] as const) {
    if (given.get(name)?.includes('')) return `--${name} needs a file: --${name} portolan-baseline.json`;
  }
  if (given.has('stdin') && given.has('write-baseline'))
    return '--write-baseline would hold one file only with --stdin';
  return operands.includes('') ? `${command === 'explain' ? 'a name' : 'a path'} is empty` : undefined;
}

function optionsOf(given: Given, command: Command, operands: readonly string[]): Options {
  const last = (name: OptionName): string | undefined => given.get(name)?.at(-1);
  const severity = (name: OptionName, otherwise: Severity): Severity =>
    SEVERITIES.find(candidate => candidate === last(name)) ?? otherwise;
  const rules: Record<string, Level> = {};
  for (const text of given.get('rule') ?? []) {
    const [id = '', level = ''] = splitRule(text);
    if (isLevel(level)) rules[id] = level;
  }
  return {
    command,
    operands,
    format: last('format') ?? OUTPUT_FORMATS[command][0] ?? '',
    failOn: severity('fail-on', 'error'),
    level: severity('level', 'info'),
    rules,
    pedantic: given.has('pedantic'),
    maxWarnings: Number(last('max-warnings') ?? Number.POSITIVE_INFINITY),
    fix: given.has('fix'),
    stdinPath: given.has('stdin') ? last('stdin-path') : undefined,
    ignore: !given.has('no-ignore'),
    config: last('config'),
    baseline: last('baseline'),
    writeBaseline: last('write-baseline'),
    comments: given.has('comments'),
    all: given.has('all'),
    near: last('near') === undefined ? undefined : Number(last('near')),
    count: Number(last('count') ?? 1),
  };
}

function splitRule(text: string): readonly string[] {
  const equals = text.indexOf('=');
  return equals < 0 ? [text] : [text.slice(0, equals), text.slice(equals + 1)];
}

function unknownCommand(name: string): string {
  const [near] = nearestNames(name, Object.keys(COMMANDS));
  if (near !== undefined) return `unknown command ${quote(name)}; did you mean ${near}?`;
  if (/^\d+(?:$|[/-])/.test(name)) return `unknown command ${quote(name)}; did you mean portolan explain ${name}?`;
  return `unknown command ${quote(name)}; there are ${Object.keys(COMMANDS).join(', ')}`;
}

function unknownOption(raw: string): string {
  const [near] = nearestNames(raw.replace(/^-+/, ''), Object.keys(OPTIONS));
  return `unknown option ${raw}${near === undefined ? '; see portolan --help' : `; did you mean --${near}?`}`;
}

function unknown(what: string, text: string, names: readonly string[], listAll: boolean): string {
  const [near] = nearestNames(text, names);
  if (near !== undefined) return `unknown ${what} ${quote(text)}; did you mean ${near}?`;
  const close = listAll ? names : names.filter(name => name.includes(text) || text.includes(name));
  return `unknown ${what} ${quote(text)}${close.length > 0 && text !== '' ? `; one of ${close.join(', ')}` : ''}`;
}

function quote(text: string): string {
  return `"${text}"`;
}

function isCommand(name: string | undefined): name is Command {
  return name !== undefined && Object.hasOwn(COMMANDS, name);
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name);
}

function isSeverity(text: string): text is Severity {
  return SEVERITIES.some(severity => severity === text);
}
