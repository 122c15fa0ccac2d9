import type { ComposeProject, ProjectService } from '../../workspace/compose/composeProject.ts';
import type { PublishedPort } from '../../workspace/compose/publishedPorts.ts';
import { isDatastore } from '../isDatastore.ts';
import type { RuleContext } from '../rule.ts';

/**
 * True where two projects are two ways to run one thing, of which nobody starts both: they have a program in common that is
 * no database, or half of their services. A database of its own is what many projects have.
 */
export function areVariants(
  { registry, workspace }: Pick<RuleContext, 'registry' | 'workspace'>,
  here: PublishedPort,
  there: PublishedPort,
): boolean {
  if (areMovedApart(workspace.published(here.project), workspace.published(there.project))) return false;
  const isOwn = ({ imageName }: ProjectService): boolean =>
    imageName === undefined || !isDatastore(registry, imageName);
  if (isOwn(here.service) && runsSame(here.service, there.service)) return true;
  const [few, many] = bySize(here.project, there.project);
  if (few.services.length > MOST) return false;
  const others = new Map(many.services.map(service => [service.name, service]));
  const shared = few.services.filter(service => {
    const other = others.get(service.name);
    return other !== undefined && runsSame(service, other);
  });
  return shared.some(isOwn) || (shared.length > 1 && shared.length * 2 >= few.services.length);
}

/** Two working trees of one repository: every mapping is there again, and someone gave some of them another host port. */
function areMovedApart(here: readonly PublishedPort[], there: readonly PublishedPort[]): boolean {
  if (here.length !== there.length || here.length > MOST) return false;
  const hostPorts = new Map(there.map(port => [insideOf(port), port.hostRange.first]));
  return (
    here.every(port => hostPorts.has(insideOf(port))) &&
    here.some(port => hostPorts.get(insideOf(port)) !== port.hostRange.first)
  );
}

function insideOf({ service, containerRange }: PublishedPort): string {
  return `${service.name} ${service.imageName} ${containerRange?.first}`;
}

/** Nobody has two ways to run a project of more services. */
const MOST = 200;

function bySize(a: ComposeProject, b: ComposeProject): readonly [ComposeProject, ComposeProject] {
  return a.services.length <= b.services.length ? [a, b] : [b, a];
}

/** One image, whatever its tag, or one Dockerfile; or one name for what the one builds and the other pulls. */
function runsSame(a: ProjectService, b: ProjectService): boolean {
  if (a.imageName !== undefined && a.imageName === b.imageName) return true;
  if (a.name === b.name && a.isBuilt !== b.isBuilt) return true;
  return a.dockerfiles.some(path => b.dockerfiles.includes(path));
}
