import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledRegistry } from '../../registry/bundled.ts';
import type { Registry } from '../../registry/registry.ts';

/** The registry whose text lies in `folder`, as beside the bundles. Nothing is read before the first question. */
export function diskRegistry(folder: string): Registry {
  return bundledRegistry(() => readFileSync(join(folder, 'registry.txt'), 'utf8'));
}
