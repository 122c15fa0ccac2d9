import { overlaps } from '../../../../registry/port.ts';
import { serviceImage } from '../../workspace/compose/serviceImage.ts';
import type { HostPort } from '../../workspace/hostPorts.ts';
import type { RuleContext } from '../rule.ts';

/** The image whose software answers on a port of a machine; of a local build, the one that it comes from. */
export function imageAt({ workspace }: RuleContext, { published, image }: HostPort): string | undefined {
  return published ? serviceImage(workspace, published.service) : image;
}

/** The names of the software that is known to run there: of its image, or of the program whose own file it is. */
export function softwareAt(context: RuleContext, taken: HostPort): ReadonlySet<string> {
  const { facts, registry } = context;
  const image = imageAt(context, taken);
  if (image === undefined) return new Set(taken.role === 'listen' ? registry.ofFormat(facts.format) : []);
  const known = registry.image(image)?.software;
  return new Set([...(known === undefined ? [] : [known]), ...registry.ofImage(image).map(use => use.software)]);
}

/** The number inside a foreign image is the software's own, whoever knows it, and people expect the same outside. */
export function isSoftwaresOwn({ range, containerRange, published, role }: HostPort): boolean {
  return role === 'publish' && containerRange?.first === range.first && published?.service.isBuilt !== true;
}

/** True where that software is documented to use one of the numbers, by any transport. */
export function isAtHome(context: RuleContext, taken: HostPort): boolean {
  const { registry } = context;
  const { range } = taken;
  if (isSoftwaresOwn(taken)) return true;
  const image = imageAt(context, taken);
  if (image !== undefined && registry.image(image)?.ports.some(({ ports }) => overlaps(ports, range))) return true;
  const software = softwareAt(context, taken);
  return software.size > 0 && registry.usedIn(range).some(use => software.has(use.software));
}
