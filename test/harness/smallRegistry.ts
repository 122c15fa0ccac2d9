import { encode } from '../../registry/build/encode.ts';
import { readSources, type Sources } from '../../registry/build/sources.ts';
import { createRegistry } from '../../registry/createRegistry.ts';
import type { Registry } from '../../registry/registry.ts';

/** A few ports whose pages are read line by line: they do not change when the real tables grow. */
export function smallRegistry(change: (sources: Sources) => Sources = sources => sources): Registry {
  const folder = new URL('../fixtures/registry/', import.meta.url);
  const sources = readSources(folder, message => {
    throw new Error(message);
  });
  return createRegistry(encode(change(sources)));
}
