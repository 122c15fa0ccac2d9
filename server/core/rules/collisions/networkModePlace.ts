import type { Place } from '../../facts/finding.ts';
import type { ProjectService } from '../../workspace/compose/composeProject.ts';

/** Where the network of a service is chosen: the last of its files that says so. */
export function networkModePlace({ declarations }: ProjectService): Place | undefined {
  const found = declarations.findLast(({ service }) => service.networkMode !== undefined);
  const span = found?.service.networkMode?.span;
  return found && span && { path: found.path, span };
}
