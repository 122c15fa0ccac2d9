import type { DocumentFacts } from '../../facts/document.ts';
import type { Stage } from '../../facts/stage.ts';
import { readImage } from '../../ports/image.ts';
import { interpolate } from '../../ports/read/interpolate.ts';
import { UNKNOWN } from '../../text/mapped.ts';
import { chainFrom, dockerfileOf, stageChain } from '../containers/stageChain.ts';
import { environmentAt } from '../environment.ts';
import type { Snapshot } from '../snapshot.ts';
import type { ProjectService } from './composeProject.ts';

/**
 * The image whose software runs in a service, as the registry tables name it: its own, or the one that its Dockerfile's
 * final stage comes from.
 */
export function serviceImage(workspace: Snapshot, service: ProjectService): string | undefined {
  if (!service.isBuilt) return service.imageName;
  const dockerfile = dockerfileOf(workspace, service);
  const first = dockerfile && stageChain(dockerfile, service.buildTarget).at(-1);
  return first && stageImage(dockerfile, first)?.name;
}

/**
 * The image that a stage comes from in the end, through the stages between them; undefined where a variable leaves it open.
 * https://docs.docker.com/build/building/multi-stage/
 */
export function stageImage(
  facts: DocumentFacts,
  stage: Stage,
): { readonly name: string; readonly written: string } | undefined {
  const first = chainFrom(facts, stage).at(-1);
  if (!first) return undefined;
  const { text } = interpolate(first.base, 'backslash', environmentAt(facts, first.base.span.start).lookup);
  return text.includes(UNKNOWN) || text === 'scratch' ? undefined : { name: readImage(text).name, written: text };
}
