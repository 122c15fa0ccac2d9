import { createRegistry } from './createRegistry.ts';
import type { Registry } from './registry.ts';
import { TABLE } from './table.generated.ts';

/** The registry that ships with the product. `npm run registry:build` writes its table. */
export function bundledRegistry(): Registry {
  return createRegistry(TABLE);
}
