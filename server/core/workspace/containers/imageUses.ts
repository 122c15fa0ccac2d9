import type { Use } from '../../../../registry/entry.ts';
import { overlaps, type PortRange } from '../../../../registry/port.ts';
import type { Registry } from '../../../../registry/registry.ts';

/** What an image answers with on these ports: uses that name it come before those of its software. */
export function imageUses(registry: Registry, image: string, ports: PortRange): readonly Use[] {
  const software = registry.image(image)?.software;
  const uses = [...registry.ofImage(image), ...(software === undefined ? [] : registry.ofSoftware(software))];
  return uses.filter(use => overlaps(use.ports, ports));
}
