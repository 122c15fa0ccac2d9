import type { DocumentFacts } from '../../facts/document.ts';
import type { Stage } from '../../facts/stage.ts';
import type { ProjectService } from '../compose/composeProject.ts';
import type { Snapshot } from '../snapshot.ts';

/** The Dockerfile that builds a service, where the workspace has it. */
export function dockerfileOf(workspace: Snapshot, service: ProjectService): DocumentFacts | undefined {
  return service.isBuilt
    ? service.dockerfiles.map(path => workspace.facts(path)).findLast(facts => facts !== undefined)
    : undefined;
}

/** The stage that is built and those of the same file that it comes from, the last one first. */
export function stageChain(facts: DocumentFacts, target?: string): readonly Stage[] {
  const { stages = [] } = facts;
  const last = target === undefined ? stages.at(-1) : stages.find(({ name }) => name === target.toLowerCase());
  return last ? chainFrom(facts, last) : [];
}

/** The same for any stage. */
export function chainFrom({ stages = [] }: DocumentFacts, last: Stage): readonly Stage[] {
  const chain: Stage[] = [];
  let stage: Stage | undefined = last;
  // Each step leads to an earlier stage, so there are no more steps than stages.
  for (let step = 0; stage && step < stages.length; step++) {
    chain.push(stage);
    stage = stage.from === undefined ? undefined : stages[stage.from];
  }
  return chain;
}
