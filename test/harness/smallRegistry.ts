import { encode } from '../../registry/build/encode.ts';
import { readSources, type Sources } from '../../registry/build/sources.ts';
import { createRegistry } from '../../registry/createRegistry.ts';
import type { Registry } from '../../registry/registry.ts';
import { writeUse } from '../../registry/rows/useRow.ts';

/**
 * A few ports whose pages are read line by line: they do not change when the real tables grow. The uses stand in the
 * order of the files, whatever a better ranking would be.
 */
export function smallRegistry(change: (sources: Sources) => Sources = sources => sources): Registry {
  const folder = new URL('../fixtures/registry/', import.meta.url);
  const sources = change(
    readSources(folder, message => {
      throw new Error(message);
    }),
  );
  const table = encode(sources);
  const urls = table.urls.split('\n');
  return createRegistry({ ...table, uses: sources.uses.map(use => writeUse(use, urls)).join('\n') });
}
