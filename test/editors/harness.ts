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
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
  return { extensionDevelopmentPath: folder, extensionTestsPath: suite };
}
