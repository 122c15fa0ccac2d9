import type { DocumentFacts } from '../facts/document.ts';
import { readImage } from '../ports/image.ts';
import { interpolate } from '../ports/read/interpolate.ts';
import { UNKNOWN } from '../text/mapped.ts';
import type { ProjectService } from './composeProject.ts';
import { environmentAt } from './environment.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * The image whose software runs in a service, as the registry tables name it: its own, or the one that its Dockerfile's
 * final stage comes from.
 */
export function serviceImage(workspace: Snapshot, service: ProjectService): string | undefined {
  if (!service.isBuilt) return service.imageName;
  const dockerfile = service.dockerfiles.map(path => workspace.facts(path)).findLast(facts => facts !== undefined);
  return dockerfile && baseImage(dockerfile, service.buildTarget);
}

/** https://docs.docker.com/build/building/multi-stage/ */
function baseImage(facts: DocumentFacts, target: string | undefined): string | undefined {
  const stages = facts.stages ?? [];
  let stage = target === undefined ? stages.at(-1) : stages.find(({ name }) => name === target.toLowerCase());
  // Each step leads to an earlier stage, so there are no more steps than stages.
  for (let step = 0; stage?.from !== undefined && step < stages.length; step++) stage = stages[stage.from];
  if (!stage) return undefined;
  const { text } = interpolate(stage.base, 'backslash', environmentAt(facts, stage.base.span.start).lookup);
  return text.includes(UNKNOWN) || text === 'scratch' ? undefined : readImage(text).name;
}
