import type { ProjectService } from '../../workspace/compose/composeProject.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';

/**
 * All that tells what a compose service runs: its command, its variables as `NAME=value` lines, and the stage that it is
 * built from.
 */
export function serviceCommands(workspace: Snapshot, service: ProjectService): string {
  const { declarations, variables, isBuilt, dockerfiles, buildTarget } = service;
  const own = declarations.flatMap(({ path, service: { command, entrypoint } }) =>
    [command, entrypoint].map(span => (span ? (workspace.facts(path)?.text.slice(span.start, span.end) ?? '') : '')),
  );
  const values = [...variables].map(([name, value]) => `${name}=${value ?? ''}`);
  return [...own, ...values, ...(isBuilt ? dockerfiles.map(path => stageText(workspace, path, buildTarget)) : [])].join(
    '\n',
  );
}

function stageText(workspace: Snapshot, path: string, target: string | undefined): string {
  const facts = workspace.facts(path);
  const stages = facts?.stages ?? [];
  const index =
    target === undefined ? stages.length - 1 : stages.findIndex(({ name }) => name === target.toLowerCase());
  const stage = stages[index];
  return facts && stage ? facts.text.slice(stage.span.start, stages[index + 1]?.span.start) : '';
}
