import { writeFileSync } from 'node:fs';
import { isInside, reaches, resolvePath } from '../core/analysis.ts';
import type { Target } from '../node/loadWorkspace.ts';
import { createTextReader } from '../node/readText.ts';
import { reasonOf } from '../node/reason.ts';
import {
  type Accepted,
  type Baseline,
  baselineOf,
  inBoth,
  isNew,
  readBaseline,
  without,
  writeBaseline,
} from './baseline.ts';
import { type Identity, identities } from './fingerprint.ts';
import type { Io } from './io.ts';
import type { Options } from './options.ts';
import { printable } from './printable.ts';
import type { CheckedFile } from './report.ts';
import { targetsOf } from './targets.ts';

/** What `--baseline` and `--write-baseline` do to what was found. */
export interface Acceptance {
  /** The file with its findings that the given baseline does not accept. */
  left(file: CheckedFile): CheckedFile;
  /** The same for all files, once the baseline is written and what is gone is mentioned; undefined where it was not. */
  settle(files: readonly CheckedFile[], targets: readonly Target[], base: string): readonly CheckedFile[] | undefined;
}

/** Undefined, with a line on standard error, where the baseline cannot be read. */
export function createAcceptance(options: Options, io: Io): Acceptance | undefined {
  const { level, failOn, rules } = options;
  const given = options.baseline === undefined ? undefined : read(options.baseline, io);
  if (given === 'unreadable') return undefined;
  return {
    left: file => (given ? leftOf(given, file) : file),
    settle(files, targets, base) {
      if (!given && options.writeBaseline === undefined) return files;
      const found = baselineOf(files.flatMap(identitiesOf));
      if (given) mention(without(given, found));
      if (options.writeBaseline === undefined) return given ? files.map(file => leftOf(given, file)) : files;
      const accepted = given ? inBoth(given, found) : baselineOf(files.flatMap(reportedIdentities));
      const isWritten = write(options.writeBaseline, accepted, io);
      return isWritten ? files.map(file => leftOf(accepted, file)) : undefined;

      /** What lies outside the given paths, or belongs to a rule that is off, was not looked for. */
      function mention(absent: Baseline): void {
        const gone = [...absent.values()].filter(
          ({ path, rule }) =>
            rules[rule] !== 'off' && targets.some(target => isInside(resolvePath(base, path), target.path)),
        );
        for (const accepted of gone.slice(0, MOST_MENTIONED))
          io.stderr.write(`portolan: no longer found: ${show(accepted)}\n`);
        if (gone.length > MOST_MENTIONED) io.stderr.write(`portolan: and ${gone.length - MOST_MENTIONED} more\n`);
        if (gone.length > 0 && options.writeBaseline === undefined) {
          const file = printable(options.baseline ?? '');
          io.stderr.write(`portolan: --baseline ${file} --write-baseline ${file} drops what is no longer found\n`);
        }
      }
    },
  };

  /** What this run would report, or fail for. */
  function reportedIdentities(file: CheckedFile): readonly Identity[] {
    const isMeant = ({ severity }: CheckedFile['findings'][number]): boolean =>
      reaches(severity, level) || reaches(severity, failOn);
    return identitiesOf({ ...file, findings: file.findings.filter(isMeant) });
  }
}

const MOST_MENTIONED = 10;

function show({ path, rule, key, port, count }: Accepted): string {
  const times = count === 1 ? '' : `, ${count} times`;
  return printable(`${path}: ${rule} at ${port}${key === '' ? '' : ` (${key})`}${times}`);
}

function identitiesOf(file: CheckedFile): readonly Identity[] {
  return file.findings.map(identities(file));
}

function leftOf(baseline: Baseline, file: CheckedFile): CheckedFile {
  const fresh = isNew(baseline, identitiesOf(file));
  return { ...file, findings: file.findings.filter((_, index) => fresh[index]) };
}

function read(typed: string, io: Io): Baseline | 'unreadable' {
  const [target] = targetsOf([typed], io);
  const file = createTextReader().readPath(target?.path ?? typed);
  const complain = (place: string, reason: string): 'unreadable' => {
    io.stderr.write(`portolan: ${printable(typed)}${place}: ${printable(reason)}\n`);
    return 'unreadable';
  };
  if ('reason' in file) return complain('', `cannot be read: ${file.reason}`);
  const result = readBaseline(file.text);
  return 'baseline' in result ? result.baseline : complain(`:${result.line}:${result.col}`, result.message);
}

function write(typed: string, baseline: Baseline, io: Io): boolean {
  const [target] = targetsOf([typed], io);
  const count = [...baseline.values()].reduce((sum, accepted) => sum + accepted.count, 0);
  try {
    writeFileSync(target?.path ?? typed, writeBaseline(baseline));
  } catch (error) {
    io.stderr.write(`portolan: ${printable(typed)}: not written: ${reasonOf(error)}\n`);
    return false;
  }
  io.stderr.write(`portolan: ${count} finding${count === 1 ? '' : 's'} written to ${printable(typed)}\n`);
  return true;
}
