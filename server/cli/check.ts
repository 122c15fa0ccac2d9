import { type Finding, findingsOf, reaches, relativePath, SEVERITIES, type Severity } from '../core/analysis.ts';
import { guarded } from '../node/guarded.ts';
import { type LoadedProject, loadProjects, type Target } from '../node/loadWorkspace.ts';
import { corePath } from '../node/paths.ts';
import { readBytes } from '../node/readText.ts';
import { isMarkedRoot, nearestFolder } from '../node/repository.ts';
import { createAcceptance } from './acceptance.ts';
import { createComplaints } from './complaints.ts';
import { applyFixes } from './fix.ts';
import { hasColours, type Io, type Status } from './io.ts';
import type { Options } from './options.ts';
import { createProgress } from './progress.ts';
import { tellOfProjectFile } from './projectNote.ts';
import type { CheckedFile, Report } from './report.ts';
import { reporterOf } from './reporters/reporterOf.ts';
import { configOf, targetsOf } from './targets.ts';

/** `portolan check`: what is wrong with the ports below the given paths. */
export function check(options: Options, io: Io): Status {
  const registry = io.registry();
  const { level, failOn, baseline, writeBaseline } = options;
  const keepsAll = baseline !== undefined || writeBaseline !== undefined;
  const skipsHints = level !== 'hint' && failOn !== 'hint' && !keepsAll;
  const settings = { levels: {}, overrides: options.rules, pedantic: options.pedantic, skipsHints };
  const complaints = createComplaints(io);
  const acceptance = createAcceptance(options, io);
  if (!acceptance) return 2;
  const progress = createProgress(io, true);
  const given = targets(options, io);
  const projects = loadProjects(given, {
    config: configOf(options, io),
    ignore: options.ignore,
    skip: complaints.skip,
    progress: progress.tick,
  });
  progress.done();
  for (const project of projects) tellOfProjectFile(project, io);
  const isShown = ({ severity }: Finding): boolean => reaches(severity, options.level);
  const base = identityBase(projects, corePath(io.cwd, io.windows));
  let fixed = 0;
  const found: CheckedFile[] = [];
  for (const project of projects) {
    const checked = (path: string): CheckedFile | undefined => {
      const findings = guarded(() => findingsOf(project.workspace.snapshot(), registry, path, settings));
      if (!('reason' in findings)) return checkedFile(project, path, findings, base, io);
      complaints.skip(project.reported.get(path)?.shown ?? path, findings.reason, false);
      return undefined;
    };
    const fixable = (path: string): readonly Finding[] => {
      const file = checked(path);
      return file ? acceptance.left(file).findings.filter(isShown) : [];
    };
    if (options.fix) fixed += applyFixes(project, fixable, complaints.skip);
    for (const path of project.reported.keys()) {
      const file = checked(path);
      if (file) found.push(file);
    }
  }
  const left = acceptance.settle(found, given, base);
  if (!left) return 2;
  const countShown = (files: readonly CheckedFile[]): number =>
    files.reduce((sum, { findings }) => sum + findings.filter(isShown).length, 0);
  const report: Report = {
    files: left
      .map(file => ({ ...file, findings: file.findings.filter(isShown) }))
      .filter(({ findings }) => findings.length > 0),
    checked: projects.reduce((sum, { reported }) => sum + reported.size, 0),
    fixed,
    accepted: countShown(found) - countShown(left),
    skipped: complaints.skipped(),
  };
  reporterOf(options.format)(report, io.stdout, {
    colours: hasColours(io.stdout, io.env),
    version: io.version,
  });
  if (complaints.failed()) return 2;
  return isFailure(left, options, io) ? 1 : 0;
}

function targets(options: Options, io: Io): readonly Target[] {
  if (options.stdinPath === undefined) return targetsOf(options.operands, io);
  const text = readBytes(io.readStdin());
  return targetsOf([options.stdinPath], io).map(target => ({ ...target, text }));
}

/** What findings count their paths from: the root of the repository, wherever the command is run in it. */
function identityBase(projects: readonly LoadedProject[], folder: string): string {
  const bases = projects.map(({ root }) => nearestFolder(root, ['.git']) ?? (isMarkedRoot(root) ? root : folder));
  return new Set(bases).size === 1 ? (bases[0] ?? folder) : folder;
}

/** Undefined for a file without findings. */
function checkedFile(
  { workspace, reported }: LoadedProject,
  path: string,
  findings: readonly Finding[],
  base: string,
  io: Io,
): CheckedFile | undefined {
  const snapshot = workspace.snapshot();
  const facts = snapshot.facts(path);
  if (!facts || findings.length === 0) return undefined;
  const shownOf = (other: string): string =>
    reported.get(other)?.shown ?? relativePath(corePath(io.cwd, io.windows), other);
  return {
    shown: shownOf(path),
    fromRoot: relativePath(base, path),
    facts,
    findings,
    other(otherPath) {
      const found = snapshot.facts(otherPath);
      return found && { shown: shownOf(otherPath), facts: found };
    },
  };
}

/** Findings that are not shown count too; a line says so, as an exit status without a reason helps nobody. */
function isFailure(files: readonly CheckedFile[], options: Options, io: Io): boolean {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { findings } of files) for (const { severity } of findings) counts[severity]++;
  const failing = SEVERITIES.filter(severity => counts[severity] > 0 && reaches(severity, options.failOn));
  const tooMany = counts.warning > options.maxWarnings;
  if (tooMany)
    io.stderr.write(`portolan: ${counts.warning} warnings, more than --max-warnings ${options.maxWarnings}\n`);
  if (failing.length > 0 && !failing.some(severity => reaches(severity, options.level))) {
    const hidden = failing.map(severity => `${counts[severity]} of severity ${severity}`).join(', ');
    io.stderr.write(
      `portolan: findings that --level ${options.level} hides reach --fail-on ${options.failOn}: ${hidden}\n`,
    );
  }
  return failing.length > 0 || tooMany;
}
