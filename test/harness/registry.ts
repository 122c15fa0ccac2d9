import { readFileSync } from 'node:fs';
import { bundledRegistry } from '../../registry/bundled.ts';
import type { Registry } from '../../registry/registry.ts';
import { textParts } from '../../registry/table.ts';

/** What ships, as `npm run registry:build` wrote it. */
export const REGISTRY: Registry = bundledRegistry(
  textParts(() => readFileSync(new URL('../../registry/table.generated.txt', import.meta.url), 'utf8')),
);
