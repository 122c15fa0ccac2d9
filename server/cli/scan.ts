import { statSync } from 'node:fs';
import { createRecogniser, type PortRow, portRows, readDocument } from '../core/analysis.ts';
import type { Target } from '../node/loadWorkspace.ts';
import { joinShown } from '../node/paths.ts';
import { createTextReader, type ReadText } from '../node/readText.ts';
import { reasonOf } from '../node/reason.ts';
import { projectRoot } from '../node/repository.ts';
import { walk } from '../node/walk.ts';
import { createComplaints } from './complaints.ts';
import type { Io, Output, Status } from './io.ts';
import type { Options } from './options.ts';
import { printable, printableJson } from './printable.ts';
import { createProgress } from './progress.ts';
import { targetsOf } from './targets.ts';

/** `portolan scan`: every port below the given paths. Each file is forgotten once its rows are printed. */
export function scan(options: Options, io: Io): Status {
  const recogniser = createRecogniser();
  const reader = createTextReader();
  const complaints = createComplaints(io);
  const progress = createProgress(io);
  const printer = PRINTERS[options.format] ?? text;
  const print = printer(io.stdout);
  const seen = new Set<string>();
  const wants = (path: string): boolean => recogniser.byName(path) !== undefined || recogniser.mayTellByContent(path);
  const add = (path: string, shown: string, read: ReadText, given: boolean): void => {
    progress.tick();
    seen.add(path);
    if ('reason' in read) {
      complaints.skip(shown, read.reason, given);
      return;
    }
    const format = recogniser.recognise(path, read.text);
    if (format) print.rows(shown, portRows(readDocument({ path, text: read.text }, format)));
    else if (given) complaints.skip(shown, 'no known format', false);
  };
  const addFolder = (target: Target): void => {
    const start = target.path.endsWith('/') ? target.path.length : target.path.length + 1;
    const shownAs = (path: string): string => joinShown(target.shown, path.slice(start));
    walk(target.path, {
      root: projectRoot(target.path),
      ignore: options.ignore,
      wants,
      file: path => {
        if (!seen.has(path)) add(path, shownAs(path), reader.readFile(path), false);
      },
      skip: (path, reason) => complaints.skip(shownAs(path), reason, path === target.path),
      stopped: io.stdout.closed,
    });
  };
  for (const target of targetsOf(options.operands, io)) {
    const isFolder = folderAt(target.path);
    if (typeof isFolder === 'string') complaints.skip(target.shown, isFolder, true);
    else if (isFolder) addFolder(target);
    else if (!seen.has(target.path)) add(target.path, target.shown, reader.readPath(target.path), true);
  }
  progress.done();
  print.end();
  return complaints.failed() ? 2 : 0;
}

/** Whether it is a folder, or why nobody knows. */
function folderAt(path: string): boolean | string {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    return reasonOf(error);
  }
}

interface Printer {
  rows(shown: string, rows: readonly PortRow[]): void;
  end(): void;
}

const jsonl = (output: Output): Printer => ({
  rows(shown, rows) {
    if (rows.length === 0) return;
    const path = JSON.stringify(shown);
    let lines = '';
    for (const row of rows) lines += `${jsonRow(path, row)}\n`;
    output.write(lines);
  },
  end() {},
});

const json = (output: Output): Printer => {
  let between = '[\n';
  return {
    rows(shown, rows) {
      const path = JSON.stringify(shown);
      for (const row of rows) {
        output.write(between + jsonRow(path, row));
        between = ',\n';
      }
    },
    end: () => output.write(between === '[\n' ? '[]\n' : '\n]\n'),
  };
};

const text = (output: Output): Printer => ({
  rows(shown, rows) {
    for (const row of rows) output.write(`${printable(shown)}:${row.line}:${row.col}: ${printable(describe(row))}\n`);
  },
  end() {},
});

const PRINTERS: Readonly<Record<string, (output: Output) => Printer>> = { text, json, jsonl };

function jsonRow(path: string, row: PortRow): string {
  return printableJson(`{"path":${path},${JSON.stringify(row).slice(1)}`);
}

/** `8080/tcp publish, compose, web, host`: what is not known is left out. */
function describe({ text: written, start, end, protocol, role, format, owner, namespace }: PortRow): string {
  const number = start === null ? written : start === end ? `${start}` : `${start}-${end}`;
  const more = [format, owner, namespace].filter(part => part !== null);
  return `${number}${protocol === null ? '' : `/${protocol}`} ${role} (${more.join(', ')})`;
}
