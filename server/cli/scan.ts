import {
  commentRows,
  dirname,
  isGenerated,
  LARGEST_UNKNOWN,
  type PortRow,
  portRows,
  type Recogniser,
  readCommented,
  readDocument,
} from '../core/analysis.ts';
import { folderAt } from '../node/folderAt.ts';
import { guarded } from '../node/guarded.ts';
import type { Target } from '../node/loadWorkspace.ts';
import { joinShown } from '../node/paths.ts';
import { rootSettings } from '../node/projectFile.ts';
import { createTextReader, type ReadText } from '../node/readText.ts';
import { projectRoot } from '../node/repository.ts';
import { walk } from '../node/walk.ts';
import { createComplaints } from './complaints.ts';
import type { Io, Status } from './io.ts';
import type { Options } from './options.ts';
import { createProgress } from './progress.ts';
import { rowPrinter } from './rowPrinter.ts';
import { configOf, targetsOf } from './targets.ts';

/** `portolan scan`: every port below the given paths. Each file is forgotten once its rows are printed. */
export function scan(options: Options, io: Io): Status {
  const config = configOf(options, io);
  const reader = createTextReader();
  const complaints = createComplaints(io);
  // On one terminal the rows themselves show that it goes on.
  const progress = createProgress(io, !io.stdout.isTerminal);
  const print = rowPrinter(options.format, io.stdout);
  const seen = new Set<string>();
  const settings = new Map<string, Recogniser>();
  const recogniserOf = (folder: string): Recogniser => {
    const root = projectRoot(folder);
    const known = settings.get(root);
    if (known) return known;
    const { recogniser } = rootSettings(root, config?.path, reader, (path, reason) =>
      complaints.skip(config?.shown ?? path, reason, config !== undefined),
    );
    settings.set(root, recogniser);
    return recogniser;
  };
  const add = (path: string, shown: string, read: ReadText, given: boolean, recogniser: Recogniser): void => {
    progress.tick();
    seen.add(path);
    if ('reason' in read) {
      complaints.skip(shown, read.reason, given);
      return;
    }
    const format = recogniser.recognise(path, read.text);
    if (format) {
      const source = { path, text: read.text, words: recogniser.words(path) };
      const rows = guarded(() => {
        const own = portRows(readDocument(source, format));
        const commented = options.comments ? readCommented(source, format) : undefined;
        return commented ? [...own, ...commentRows(commented)].toSorted(byPlace) : own;
      });
      if ('reason' in rows) complaints.skip(shown, rows.reason, false);
      else print.rows(shown, rows);
    } else if (given) complaints.skip(shown, 'no known format', false);
    else if (read.text.length > LARGEST_UNKNOWN) complaints.skip(shown, 'large, and of no known format', false);
  };
  const addFolder = (target: Target): void => {
    const recogniser = recogniserOf(target.path);
    const start = target.path.endsWith('/') ? target.path.length : target.path.length + 1;
    const shownAs = (path: string): string => joinShown(target.shown, path.slice(start));
    walk(target.path, {
      root: projectRoot(target.path),
      ignore: options.ignore,
      wants: path => recogniser.mayRead(path) || isGenerated(path),
      file: path => {
        if (seen.has(path)) return;
        const read = isGenerated(path) ? { reason: 'generated' } : reader.readFile(path);
        add(path, shownAs(path), read, false, recogniser);
      },
      skip: (path, reason) => complaints.skip(shownAs(path), reason, path === target.path),
      stopped: io.stdout.closed,
    });
  };
  for (const target of targetsOf(options.operands, io)) {
    const isFolder = folderAt(target.path);
    if (typeof isFolder === 'object') complaints.skip(target.shown, isFolder.reason, true);
    else if (isFolder) addFolder(target);
    else if (!seen.has(target.path)) {
      add(target.path, target.shown, reader.readPath(target.path), true, recogniserOf(dirname(target.path)));
    }
  }
  progress.done();
  print.end();
  return complaints.failed() ? 2 : 0;
}

function byPlace(a: PortRow, b: PortRow): number {
  return a.line - b.line || a.col - b.col;
}
