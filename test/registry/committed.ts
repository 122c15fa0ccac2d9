import { encode } from '../../registry/build/encode.ts';
import { readSources } from '../../registry/build/sources.ts';
import { createRegistry } from '../../registry/createRegistry.ts';
import type { Registry } from '../../registry/registry.ts';
import type { RegistryTable } from '../../registry/table.ts';

/** The registry of the committed tables, without the generated file; a problem in them fails the test. */
export function committedTable(): RegistryTable {
  const folder = new URL('../../registry/', import.meta.url);
  return encode(
    readSources(folder, message => {
      throw new Error(message);
    }),
  );
}

export function committedRegistry(): Registry {
  return createRegistry(committedTable());
}
