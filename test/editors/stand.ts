import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Profile } from '../../scripts/editor/codeServer.ts';
import { ROOT } from '../../scripts/root.ts';

/** A copy of `examples/` to spoil, and a profile that is nobody's. */
export interface Stand {
  readonly folder: string;
  readonly profile: Profile;
  remove(): void;
}

/** `also` names a folder of this one whose files stand beside the examples, which are in the README's pictures. */
export function makeStand(also?: 'workspace'): Stand {
  // Short: the sockets of VS Code lie inside, and their paths have some hundred characters at most.
  const root = mkdtempSync(join(tmpdir(), 'ptl-'));
  const folder = join(root, 'examples');
  cpSync(join(ROOT, 'examples'), folder, { recursive: true });
  if (also !== undefined) cpSync(join(ROOT, 'test/editors', also), folder, { recursive: true });
  return {
    folder,
    profile: { data: join(root, 'data'), extensions: join(root, 'extensions') },
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}
