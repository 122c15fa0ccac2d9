import type { Registry } from '../../../registry/registry.ts';

/** True for the image of a database, a cache or a queue. */
export function isDatastore(registry: Registry, imageName: string): boolean {
  const software = registry.image(imageName)?.software;
  return software !== undefined && registry.ofSoftware(software).some(({ exposure }) => exposure === 'datastore');
}
