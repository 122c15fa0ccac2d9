import { type ExplainedPort, explain, explainPort, explanationMarkdown, explanationText } from '../core/analysis.ts';
import type { Io, Output, Status } from './io.ts';
import type { Options } from './options.ts';
import { printable, printableJson } from './printable.ts';

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
  const print = (PRINTERS[format] ?? text)(io.stdout);
  for (const answer of answers) {
    if (answer.kind !== 'ports') continue;
    for (const port of answer.ports) {
      if (io.stdout.closed()) return 0;
      print.port(explainPort(registry, port, answer.protocol));
    }
  }
  print.end();
  return 0;
}

interface Printer {
  port(port: ExplainedPort): void;
  end(): void;
}

const jsonl = (output: Output): Printer => ({
  port: port => output.write(`${printableJson(JSON.stringify(port))}\n`),
  end() {},
});

const json = (output: Output): Printer => {
  let between = '[\n';
  return {
    port(port) {
      output.write(between + printableJson(JSON.stringify(port)));
      between = ',\n';
    },
    end: () => output.write(between === '[\n' ? '[]\n' : '\n]\n'),
  };
};

const text = (output: Output): Printer => pages(output, explanationText);

const markdown = (output: Output): Printer => pages(output, explanationMarkdown);

function pages(output: Output, show: (port: ExplainedPort) => string): Printer {
  let between = '';
  return {
    port(port) {
      output.write(`${between}${show(port).trimEnd()}\n`);
      between = '\n';
    },
    end() {},
  };
}

const PRINTERS: Readonly<Record<string, (output: Output) => Printer>> = { text, markdown, json, jsonl };
