import { join, relative } from 'node:path';
import type { Plugin } from 'esbuild';
import { ROOT } from './root.ts';

/**
 * Keeps the core out of a bundle, so that it ships once: what is imported from it is taken from `core.js`, which lies
 * beside, when the bundle runs. `doors` collects the files that are imported.
 */
export function coreApart(doors: Set<string>): Plugin {
  return {
    name: 'core-apart',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\./, namespace: 'file' }, ({ path, resolveDir }) => {
        const file = relative(ROOT, join(resolveDir, path)).replaceAll('\\', '/');
        if (!/^(?:registry|server\/core)\//.test(file)) return undefined;
        doors.add(file);
        return { path: file, namespace: 'core' };
      });
      onLoad({ filter: /^/, namespace: 'core' }, ({ path }) => ({
        contents: `module.exports = require('./core.js')['${path}'];`,
      }));
      onResolve({ filter: /^/, namespace: 'core' }, ({ path }) => ({ path, external: true }));
    },
  };
}

/** The source of `core.js`: the doors, each under its name. */
export function coreEntry(doors: ReadonlySet<string>): string {
  const exports = [...doors].sort().map(file => `export * as '${file}' from './${file}';`);
  return exports.join('\n');
}
