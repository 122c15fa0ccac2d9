import type { PortRow } from '../core/analysis.ts';
import type { Output } from './io.ts';
import { type JsonItems, jsonArray, jsonLines } from './jsonItems.ts';
import { printable } from './printable.ts';

/** Prints the rows of a scan, file by file. */
export interface RowPrinter {
  rows(shown: string, rows: readonly PortRow[]): void;
  end(): void;
}

/** `format` is a value of `--format`, which was checked before. */
export function rowPrinter(format: string, output: Output): RowPrinter {
  if (format === 'json') return json(jsonArray(output));
  if (format === 'jsonl') return json(jsonLines(output));
  return {
    rows(shown, rows) {
      for (const row of rows) output.write(`${printable(shown)}:${row.line}:${row.col}: ${printable(describe(row))}\n`);
    },
    end() {},
  };
}

function json(items: JsonItems): RowPrinter {
  return {
    rows(shown, rows) {
      if (rows.length === 0) return;
      const path = JSON.stringify(shown);
      for (const row of rows) items.item(`{"path":${path},${JSON.stringify(row).slice(1)}`);
    },
    end: items.end,
  };
}

/** `8080/tcp publish (compose, web, host)`: what is not known is left out. */
function describe({ text, start, end, protocol, role, format, owner, namespace, comment }: PortRow): string {
  const number = start === null ? text : start === end ? `${start}` : `${start}-${end}`;
  const more = [format, owner, namespace, comment ? 'commented out' : null].filter(part => part !== null);
  return `${number}${protocol === null ? '' : `/${protocol}`} ${role} (${more.join(', ')})`;
}
