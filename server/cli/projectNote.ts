import { relativePath } from '../core/analysis.ts';
import type { LoadedProject } from '../node/loadWorkspace.ts';
import { corePath } from '../node/paths.ts';
import type { Io } from './io.ts';
import { printable } from './printable.ts';

/** Settings that are not read change what is reported, so their faults are told of where the file itself is not checked. */
export function tellOfProjectFile({ workspace, root, reported }: LoadedProject, io: Io): void {
  const snapshot = workspace.snapshot();
  const project = snapshot.project(root);
  if (!project || reported.has(project.path)) return;
  const count = project.problems.length + (snapshot.facts(project.path)?.syntaxErrors.length ?? 0);
  if (count === 0) return;
  const shown = printable(relativePath(corePath(io.cwd, io.windows), project.path));
  io.stderr.write(
    `portolan: ${shown}: ${count === 1 ? 'one setting is' : `${count} settings are`} not read; portolan check ${shown} tells why\n`,
  );
}
