import { createRegistry } from './createRegistry.ts';
import type { Registry } from './registry.ts';
import { type Parts, tableOf } from './table.ts';

/** The registry that ships with the product, from the parts of the text that `npm run registry:build` wrote. */
export function bundledRegistry(parts: Parts): Registry {
  return createRegistry(tableOf(parts));
}
