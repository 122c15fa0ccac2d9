import { type ExplainedPort, explanationMarkdown, explanationText } from '../core/analysis.ts';
import type { Output } from './io.ts';
import { type JsonItems, jsonArray, jsonLines } from './jsonItems.ts';

/** Prints what is known of ports, one after the other. */
export interface PortPrinter {
  port(port: ExplainedPort): void;
  end(): void;
}

/** `format` is a value of `--format`, which was checked before. */
export function portPrinter(format: string, output: Output): PortPrinter {
  if (format === 'json') return json(jsonArray(output));
  if (format === 'jsonl') return json(jsonLines(output));
  return pages(output, format === 'markdown' ? explanationMarkdown : explanationText);
}

function json(items: JsonItems): PortPrinter {
  return { port: port => items.item(JSON.stringify(port)), end: items.end };
}

/** A blank line between two pages. */
function pages(output: Output, show: (port: ExplainedPort) => string): PortPrinter {
  let between = '';
  return {
    port(port) {
      output.write(`${between}${show(port).trimEnd()}\n`);
      between = '\n';
    },
    end() {},
  };
}
