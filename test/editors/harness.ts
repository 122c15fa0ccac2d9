import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../../scripts/root.ts';

/** Tests run only beside an extension under development: so there is one, which holds the tests and does nothing. */
export interface Harness {
  readonly extensionDevelopmentPath: string;
  readonly extensionTestsPath: string;
}

/** One bundle for every extension host: Mocha's browser build runs in Node, too. */
export async function makeHarness(): Promise<Harness> {
  const folder = join(ROOT, 'dist/harness');
  const suite = join(folder, 'suite.js');
  mkdirSync(folder, { recursive: true });
  const manifest = { name: 'harness', publisher: 'portolan', version: '0.0.0', engines: { vscode: '*' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  await build({
    entryPoints: [join(ROOT, 'test/editors/suite/run.ts')],
    outfile: suite,
    bundle: true,
    platform: 'browser',
    external: ['vscode'],
    // Mocha's browser build must not see the module that it lies in: it would put itself in place of the exports.
    format: 'iife',
    globalName: 'suiteToRun',
    banner: { js: 'const extension = module; { let module, exports;' },
    footer: { js: 'extension.exports = suiteToRun; }' },
    logLevel: 'warning',
  });
  return { extensionDevelopmentPath: folder, extensionTestsPath: suite };
}
