/** What may follow `portolan`. Parsing and help both come from here, so neither can know an option that the other does not. */
export const COMMANDS = {
  check: { arguments: '[PATH...]', does: 'report problems with the ports in configuration files' },
  scan: { arguments: '[PATH...]', does: 'list every port that is written in configuration files' },
  explain: { arguments: 'PORT[/PROTOCOL]|FIRST-LAST|NAME', does: 'tell what a port is registered for and who uses it' },
  map: { arguments: '[PATH...]', does: 'show which ports a project opens, who answers there and what clashes' },
  free: { arguments: '[PATH...]', does: 'find ports that neither the project nor the machine uses' },
  lsp: { arguments: '--stdio', does: 'start the language server for an editor' },
} as const;

export type Command = keyof typeof COMMANDS;

export interface OptionInfo {
  /** How the value is called in the help; undefined for a switch. */
  readonly value?: string;
  /** Where it may stand; everywhere without it. */
  readonly commands?: readonly Command[];
  readonly does: string;
}

export const OPTIONS: Readonly<Record<OptionName, OptionInfo>> = {
  format: { value: 'FORMAT', commands: ['check', 'scan', 'explain', 'map', 'free'], does: 'how to print; see below' },
  'fail-on': {
    value: 'LEVEL',
    commands: ['check'],
    does: 'the least severity that gives exit status 1 (default: error)',
  },
  level: { value: 'LEVEL', commands: ['check'], does: 'the least severity that is shown (default: info)' },
  rule: { value: 'ID=LEVEL', commands: ['check'], does: 'the level of a rule, or off; may be repeated' },
  config: {
    value: 'FILE',
    commands: ['check', 'scan', 'map', 'free'],
    does: 'the project file, instead of portolan.json at the root',
  },
  pedantic: { commands: ['check'], does: 'report what is less certain too' },
  'max-warnings': { value: 'N', commands: ['check'], does: 'exit status 1 where there are more warnings' },
  fix: { commands: ['check'], does: 'apply the fixes that cannot change what runs' },
  baseline: { value: 'FILE', commands: ['check'], does: 'report only what is not in this baseline' },
  'write-baseline': {
    value: 'FILE',
    commands: ['check'],
    does: 'accept what would be reported; with --baseline, keep what of it is still found',
  },
  stdin: { commands: ['check'], does: 'read one file from standard input; needs --stdin-path' },
  'stdin-path': { value: 'NAME', commands: ['check'], does: 'the path that standard input stands for' },
  comments: { commands: ['scan'], does: 'list the ports that are commented out too, marked as such' },
  'no-ignore': { commands: ['check', 'scan', 'map', 'free'], does: 'read files that git ignores too' },
  near: {
    value: 'PORT',
    commands: ['free'],
    does: 'look from this number on (default: where the project has its ports)',
  },
  count: { value: 'N', commands: ['free'], does: 'how many ports (default: 1)' },
  all: { commands: ['map'], does: 'leave nothing out of the text: every port inside containers, every call' },
  stdio: { commands: ['lsp'], does: 'speak over standard input and output' },
  clientProcessId: { value: 'ID', commands: ['lsp'], does: 'the process of the editor' },
  help: { does: 'print this' },
  version: { does: 'print the version' },
};

export type OptionName =
  | 'format'
  | 'fail-on'
  | 'level'
  | 'rule'
  | 'config'
  | 'pedantic'
  | 'max-warnings'
  | 'fix'
  | 'baseline'
  | 'write-baseline'
  | 'stdin'
  | 'stdin-path'
  | 'comments'
  | 'no-ignore'
  | 'near'
  | 'count'
  | 'all'
  | 'stdio'
  | 'clientProcessId'
  | 'help'
  | 'version';

/** The first is the default. */
export const OUTPUT_FORMATS: Readonly<Record<Command, readonly string[]>> = {
  check: ['text', 'json', 'jsonl', 'sarif', 'github', 'gitlab'],
  scan: ['text', 'json', 'jsonl'],
  explain: ['text', 'markdown', 'json', 'jsonl'],
  map: ['text', 'markdown', 'mermaid', 'json'],
  free: ['text', 'json'],
  lsp: [],
};

export const SHORT_OPTIONS = { h: 'help', V: 'version' } as const;
