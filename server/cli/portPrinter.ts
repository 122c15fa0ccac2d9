import type { Port, Protocol } from '../../registry/port.ts';
import type { Registry } from '../../registry/registry.ts';
import { explainPort, markdownPage, textPage } from '../core/analysis.ts';
import type { Output } from './io.ts';
import { type JsonItems, jsonArray, jsonLines } from './jsonItems.ts';

/** Prints what is known of ports, one after the other. */
export interface PortPrinter {
  port(port: Port, protocol: Protocol | undefined): void;
  end(): void;
}

/** `format` is a value of `--format`, which was checked before. */
export function portPrinter(format: string, output: Output, registry: Registry): PortPrinter {
  if (format === 'json') return json(jsonArray(output), registry);
  if (format === 'jsonl') return json(jsonLines(output), registry);
  const page = format === 'markdown' ? markdownPage : textPage;
  return pages(output, (port, protocol) => page(registry, port, protocol));
}

function json(items: JsonItems, registry: Registry): PortPrinter {
  return {
    port: (port, protocol) => items.item(JSON.stringify(explainPort(registry, port, protocol))),
    end: items.end,
  };
}

/** A blank line between two pages. */
function pages(output: Output, show: (port: Port, protocol: Protocol | undefined) => string): PortPrinter {
  let between = '';
  return {
    port(port, protocol) {
      output.write(`${between}${show(port, protocol)}\n`);
      between = '\n';
    },
    end() {},
  };
}
