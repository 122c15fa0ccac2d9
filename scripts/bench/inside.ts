import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledRegistry } from '../../registry/bundled.ts';
import type { Registry } from '../../registry/registry.ts';
import { textParts } from '../../registry/table.ts';
import { createRecogniser, createWorkspace, type HoverOptions, type Workspace } from '../../server/core/analysis.ts';
import { ROOT } from '../root.ts';
import { pathsIn } from './trees.ts';

/** What a server holds that has read a folder, or nothing. */
export interface Inside {
  readonly workspace: Workspace;
  readonly registry: Registry;
}

export function inside(folder: string | undefined): Inside {
  const recogniser = createRecogniser();
  const workspace = createWorkspace(recogniser);
  for (const path of folder === undefined ? [] : pathsIn(folder)) {
    if (recogniser.byName(path)) workspace.set(path, readFileSync(path, 'utf8'));
  }
  const registry = bundledRegistry(textParts(() => readFileSync(join(ROOT, 'registry/table.generated.txt'), 'utf8')));
  return { workspace, registry };
}

export const HOVER_OPTIONS: HoverOptions = {
  markup: 'markdown',
  system: 'linux',
  link: ({ path }) => `file://${path}`,
  pageLink: port => `command:page?${port}`,
};
