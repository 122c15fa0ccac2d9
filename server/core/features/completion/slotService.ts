import type { ComposeProject, ProjectService } from '../../workspace/compose/composeProject.ts';
import { projectOf } from '../../workspace/compose/projectOf.ts';
import type { Slot } from './slot.ts';

export interface PlacedService {
  readonly project: ComposeProject;
  readonly service: ProjectService;
}

/** The compose services that a place belongs to: the one whose entry it stands in, those that have the file, or that it builds. */
export function slotServices({ snapshot, facts, occurrence }: Slot): readonly PlacedService[] {
  const project = facts.compose && projectOf(snapshot, facts.path);
  if (project) {
    const namespace = occurrence?.namespace;
    const name = namespace?.kind === 'container' ? namespace.id : occurrence?.owner?.name;
    const service = project.services.find(each => each.name === name);
    return service ? [{ project, service }] : [];
  }
  if (facts.stages)
    return snapshot
      .projects()
      .flatMap(each =>
        each.services
          .filter(({ isBuilt, dockerfiles }) => isBuilt && dockerfiles.includes(facts.path))
          .map(service => ({ project: each, service })),
      );
  return snapshot.usersOf(facts.path);
}
