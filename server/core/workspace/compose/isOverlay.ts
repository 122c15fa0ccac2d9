import type { ComposeFile } from '../../facts/compose.ts';

/** A service with neither image nor build needs another file to run. */
export function isOverlay({ services }: ComposeFile): boolean {
  return services.some(({ image, build, extends: parent }) => !image && !build && !parent);
}
