import { RULES } from '../core/analysis.ts';
import { check } from './check.ts';
import { explainCommand } from './explainCommand.ts';
import { free } from './free.ts';
import { helpText } from './help.ts';
import type { Io, Status } from './io.ts';
import { map } from './map.ts';
import { type Options, parseOptions } from './options.ts';
import { printable } from './printable.ts';
import { scan } from './scan.ts';

/** The whole command line: `argv` begins after the program's name. */
export function run(argv: readonly string[], io: Io): Status {
  const parsed = parseOptions(
    argv,
    RULES.map(rule => rule.id),
  );
  const status = ((): Status => {
    switch (parsed.kind) {
      case 'run':
        return runCommand(parsed.options, io);
      case 'help':
        io.stdout.write(helpText(parsed.command));
        return 0;
      case 'version':
        io.stdout.write(`portolan ${io.version}\n`);
        return 0;
      case 'wrong':
        io.stderr.write(`portolan: ${printable(parsed.message)}\n`);
        return 2;
    }
  })();
  io.stdout.flush();
  io.stderr.flush();
  return status;
}

function runCommand(options: Options, io: Io): Status {
  switch (options.command) {
    case 'check':
      return check(options, io);
    case 'scan':
      return scan(options, io);
    case 'explain':
      return explainCommand(options, io);
    case 'free':
      return free(options, io);
    case 'map':
      return map(options, io);
    case 'lsp':
      io.startServer();
      return 0;
  }
}
