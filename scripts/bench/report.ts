import { availableParallelism, loadavg } from 'node:os';
import type { Row, Section } from './section.ts';

/** The section of `docs/benchmarks.md`, as Markdown. */
export function markdown({ rows, notes }: Section, where: string): string {
  const table = rows.map(
    row =>
      `| ${[row.what, row.figure, targetOf(row), `\`${row.command.replace(/; /g, '`<br>`')}\``].map(cell).join(' | ')} |`,
  );
  return [
    '',
    '| What | Figure | Target | Command |',
    '|---|---|---|---|',
    ...table,
    '',
    ...notes,
    `Measured: ${where}.`,
    '',
  ].join('\n');
}

export function text({ title, rows, notes }: Section): string {
  const lines = rows.map(row => `  ${row.what}\n      ${row.figure}${row.target ? `   [${targetOf(row)}]` : ''}`);
  return [`\n── ${title}`, ...lines, ...notes.map(note => `  ${note}`)].join('\n');
}

function targetOf({ target }: Row): string {
  return target ? `${target.text}: ${target.met ? 'met' : '**not met**'}` : '';
}

function cell(content: string): string {
  return content.replace(/\|/g, '\\|');
}

/** What the figures depend on. The load tells how busy the machine was with other things. */
export function machine(before: number): string {
  const system = `${process.platform}, ${availableParallelism()} cores, Node ${process.versions.node}`;
  return `${new Date().toISOString().slice(0, 10)}, ${system}, load ${before.toFixed(1)} before and ${load().toFixed(1)} after`;
}

/** Of the last minute. */
export function load(): number {
  return loadavg()[0] ?? 0;
}
