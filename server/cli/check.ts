import { type Finding, findingsOf, reaches, relativePath, SEVERITIES, type Severity } from '../core/analysis.ts';
import { guarded } from '../node/guarded.ts';
import { type LoadedProject, loadProjects, type Target } from '../node/loadWorkspace.ts';
import { corePath } from '../node/paths.ts';
import { readBytes } from '../node/readText.ts';
import { createComplaints } from './complaints.ts';
import { applyFixes } from './fix.ts';
import { hasColours, type Io, type Status } from './io.ts';
import type { Options } from './options.ts';
import { createProgress } from './progress.ts';
import type { CheckedFile, Report } from './report.ts';
import { reporterOf } from './reporters/reporterOf.ts';
import { configOf, targetsOf } from './targets.ts';

/** `portolan check`: what is wrong with the ports below the given paths. */
export function check(options: Options, io: Io): Status {
  const registry = io.registry();
  const settings = { levels: {}, overrides: options.rules, pedantic: options.pedantic };
  const complaints = createComplaints(io);
  const progress = createProgress(io, true);
  const projects = loadProjects(targets(options, io), {
    config: configOf(options, io),
    ignore: options.ignore,
    skip: complaints.skip,
    progress: progress.tick,
  });
  progress.done();
  const isShown = ({ severity }: Finding): boolean => reaches(severity, options.level);
  let fixed = 0;
  const files: CheckedFile[] = [];
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const project of projects) {
    const findIn = (path: string): readonly Finding[] => {
      const found = guarded(() => findingsOf(project.workspace.snapshot(), registry, path, settings));
      if (!('reason' in found)) return found;
      complaints.skip(project.reported.get(path)?.shown ?? path, found.reason, false);
      return [];
    };
    if (options.fix) fixed += applyFixes(project, path => findIn(path).filter(isShown), complaints.skip);
    for (const path of project.reported.keys()) {
      const findings = findIn(path);
      for (const { severity } of findings) counts[severity]++;
      const file = checkedFile(project, path, findings.filter(isShown), io);
      if (file) files.push(file);
    }
  }
  const checked = projects.reduce((sum, { reported }) => sum + reported.size, 0);
  const report: Report = { files, checked, fixed };
  reporterOf(options.format)(report, io.stdout, {
    colours: hasColours(io.stdout, io.env),
    version: io.version,
  });
  if (complaints.failed()) return 2;
  return isFailure(counts, options, io) ? 1 : 0;
}

function targets(options: Options, io: Io): readonly Target[] {
  if (options.stdinPath === undefined) return targetsOf(options.operands, io);
  const text = readBytes(io.readStdin());
  return targetsOf([options.stdinPath], io).map(target => ({ ...target, text }));
}

/** Undefined for a file without findings. */
function checkedFile(
  { workspace, reported }: LoadedProject,
  path: string,
  findings: readonly Finding[],
  io: Io,
): CheckedFile | undefined {
  const snapshot = workspace.snapshot();
  const facts = snapshot.facts(path);
  if (!facts || findings.length === 0) return undefined;
  const shownOf = (other: string): string =>
    reported.get(other)?.shown ?? relativePath(corePath(io.cwd, io.windows), other);
  return {
    shown: shownOf(path),
    facts,
    findings,
    other(otherPath) {
      const found = snapshot.facts(otherPath);
      return found && { shown: shownOf(otherPath), facts: found };
    },
  };
}

/** Findings that are not shown count too; a line says so, as an exit status without a reason helps nobody. */
function isFailure(counts: Readonly<Record<Severity, number>>, options: Options, io: Io): boolean {
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
