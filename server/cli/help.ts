import { COMMANDS, type Command, OPTIONS, OUTPUT_FORMATS, SHORT_OPTIONS } from './optionTable.ts';

/** The help of one command, or of all. */
export function helpText(command: Command | undefined): string {
  const commands = names(COMMANDS).filter(name => command === undefined || name === command);
  const options = Object.entries(OPTIONS).filter(
    ([, option]) => !option.commands || option.commands.some(name => commands.includes(name)),
  );
  const formats = commands.filter(name => OUTPUT_FORMATS[name].length > 0);
  return [
    'Portolan knows the ports in configuration files.',
    '',
    'Usage:',
    ...table(commands.map(name => [`portolan ${name} ${COMMANDS[name].arguments}`, COMMANDS[name].does])),
    '',
    'Options:',
    ...table(options.map(([name, option]) => [flag(name, option.value), option.does])),
    '',
    ...(formats.length > 0 ? ['Formats (the first is the default):'] : []),
    ...table(formats.map(name => [name, OUTPUT_FORMATS[name].join(', ')])),
    ...(formats.length > 0 ? [''] : []),
    'Levels: error, warning, info, hint.',
    'Exit status: 0 nothing at or above --fail-on, 1 findings or too few free ports, 2 wrong usage or a path that cannot be read.',
    '',
  ].join('\n');
}

function flag(name: string, value: string | undefined): string {
  const short = Object.entries(SHORT_OPTIONS).find(([, long]) => long === name)?.[0];
  return `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
}

function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

function names(commands: typeof COMMANDS): readonly Command[] {
  return Object.keys(commands) as Command[];
}
