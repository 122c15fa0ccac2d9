import { readFileSync } from 'node:fs';
import { bundledRegistry } from '../../registry/bundled.ts';
import type { Registry } from '../../registry/registry.ts';

/** What ships, as `npm run registry:build` wrote it. */
export const REGISTRY: Registry = bundledRegistry(() =>
  readFileSync(new URL('../../registry/table.generated.txt', import.meta.url), 'utf8'),
);
