import { explain } from '../core/analysis.ts';
import type { Io, Status } from './io.ts';
import type { Options } from './options.ts';
import { portPrinter } from './portPrinter.ts';
import { printable } from './printable.ts';

/** `portolan explain`: the page of a port, of a range, or of the ports that a name stands for. */
export function explainCommand({ operands, format }: Options, io: Io): Status {
  const registry = io.registry();
  const answers = operands.map(query => explain(registry, query));
  let wrong = false;
  for (const [index, answer] of answers.entries()) {
    if (answer.kind === 'ports') continue;
    wrong = true;
    const { message, suggestions } = answer;
    const hint = suggestions.length === 0 ? '' : `; did you mean ${suggestions.join(', ')}?`;
    io.stderr.write(
      `portolan: ${printable(message === '' ? `unknown: ${operands[index] ?? ''}` : message)}${printable(hint)}\n`,
    );
  }
  if (wrong) return 2;
  const print = portPrinter(format, io.stdout, registry);
  for (const answer of answers) {
    if (answer.kind !== 'ports') continue;
    for (const port of answer.ports) {
      if (io.stdout.closed()) return 0;
      print.port(port, answer.protocol);
    }
  }
  print.end();
  return 0;
}
