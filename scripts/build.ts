import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { notices } from './notices.ts';
import { registryTable } from './registryTable.ts';
import { ROOT } from './root.ts';

/** Node first looks for ES modules: the UMD files of some packages cannot be bundled. */
const NODE: BuildOptions = { platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
const WEB: BuildOptions = { platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

const VERSION: string = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version;

interface Bundle {
  readonly from: string;
  readonly to: string;
  readonly options: BuildOptions;
}

const BUNDLES: readonly Bundle[] = [
  { from: 'client/node.ts', to: 'client-node.cjs', options: { ...NODE, external: ['vscode'] } },
  // The web extension host appends `.js` to any other ending, so this one cannot be called `.cjs`.
  { from: 'client/browser.ts', to: 'client-browser.js', options: { ...WEB, format: 'cjs', external: ['vscode'] } },
  { from: 'server/node/main.ts', to: 'server-node.cjs', options: NODE },
  { from: 'server/browser/main.ts', to: 'server-browser.js', options: { ...WEB, format: 'iife' } },
  {
    from: 'server/cli/main.ts',
    to: 'cli.js',
    options: {
      ...NODE,
      banner: { js: '#!/usr/bin/env node' },
      define: { PORTOLAN_VERSION: JSON.stringify(VERSION) },
    },
  },
];

/** Everything in `dist/`. */
export async function buildAll(): Promise<void> {
  registryTable();
  const dist = join(ROOT, 'dist');
  mkdirSync(dist, { recursive: true });
  // The package above says "module"; what is bundled here is CommonJS, also where its name ends in `.js`.
  writeFileSync(join(dist, 'package.json'), '{ "type": "commonjs" }\n');
  copyFileSync(join(ROOT, 'registry/table.generated.txt'), join(dist, 'registry.txt'));
  const inputs = await Promise.all(BUNDLES.map(bundle));
  chmodSync(join(dist, 'cli.js'), 0o755);
  writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), notices(inputs.flat()));
}

/** Returns the names of the files that went in. */
async function bundle({ from, to, options }: Bundle): Promise<readonly string[]> {
  const { metafile } = await build({
    ...options,
    absWorkingDir: ROOT,
    entryPoints: [from],
    outfile: `dist/${to}`,
    bundle: true,
    minify: true,
    // The notices of all bundles stand in one file.
    legalComments: 'none',
    charset: 'utf8',
    metafile: true,
    logLevel: 'warning',
  });
  const bytes = Object.values(metafile.outputs).reduce((sum, output) => sum + output.bytes, 0);
  console.log(`dist/${to.padEnd(18)} ${Math.round(bytes / 1000)} kB`);
  return Object.keys(metafile.inputs);
}

if (import.meta.main) await buildAll();
