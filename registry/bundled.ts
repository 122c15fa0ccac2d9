import { createRegistry } from './createRegistry.ts';
import type { Registry } from './registry.ts';
import { tableOf } from './table.ts';

/** The registry that ships with the product. `read` gives the text that `npm run registry:build` wrote, and is asked once. */
export function bundledRegistry(read: () => string): Registry {
  return createRegistry(tableOf(read));
}
