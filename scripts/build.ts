import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { coreApart, coreEntry } from './coreApart.ts';
import { notices } from './notices.ts';
import { registryTable } from './registryTable.ts';
import { ROOT } from './root.ts';

const DIST = join(ROOT, 'dist');
const VERSION: string = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version;

/** By what is built, each to run on its own or, where it serves two hosts, on both. */
const BUNDLES: Readonly<Record<string, BuildOptions>> = {
  'desktop.js': { entryPoints: ['client/desktop.ts'] },
  // The web extension host appends `.js` to any other ending.
  'client.js': { entryPoints: ['client/main.ts'], external: ['vscode'] },
  'server.js': { entryPoints: ['server/main.ts'] },
  'cli.js': {
    entryPoints: ['server/cli/main.ts'],
    banner: { js: '#!/usr/bin/env node' },
    define: { PORTOLAN_VERSION: JSON.stringify(VERSION) },
  },
};

/** Everything in `dist/`. */
export async function buildAll(): Promise<void> {
  registryTable();
  mkdirSync(DIST, { recursive: true });
  // The package above says "module"; what is bundled here is CommonJS, also where its name ends in `.js`.
  writeFileSync(join(DIST, 'package.json'), '{ "type": "commonjs" }\n');
  copyFileSync(join(ROOT, 'registry/table.generated.txt'), join(DIST, 'registry.txt'));
  const doors = new Set<string>();
  const plugins = [coreApart(doors)];
  const inputs = await Promise.all(Object.entries(BUNDLES).map(([to, own]) => bundle(to, { ...own, plugins })));
  inputs.push(await bundle('core.js', { stdin: { contents: coreEntry(doors), resolveDir: ROOT } }));
  chmodSync(join(DIST, 'cli.js'), 0o755);
  writeFileSync(join(DIST, 'THIRD-PARTY-NOTICES.txt'), notices(inputs.flat()));
}

/** Returns the names of the files that went in. */
async function bundle(to: string, own: BuildOptions): Promise<readonly string[]> {
  const { metafile } = await build({
    ...own,
    absWorkingDir: ROOT,
    outfile: `dist/${to}`,
    bundle: true,
    minify: true,
    platform: 'node',
    // The web's packages, too. ES modules go first: the UMD files of some packages cannot be bundled.
    conditions: ['browser', 'module'],
    mainFields: ['module', 'main'],
    format: 'cjs',
    target: 'es2022',
    charset: 'utf8',
    // The notices of all bundles stand in one file.
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  const bytes = Object.values(metafile.outputs).reduce((sum, output) => sum + output.bytes, 0);
  console.log(`dist/${to.padEnd(9)} ${Math.round(bytes / 1000)} kB`);
  return Object.keys(metafile.inputs);
}

if (import.meta.main) await buildAll();
