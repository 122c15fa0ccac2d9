// The same suite in VS Code for the Web: the browser's client, its server in a Worker, and no disk.
import { createRequire } from 'node:module';
import { runTests } from '@vscode/test-web';
import type { BrowserType } from 'playwright-core';
import { CHROMIUM_ARGS, chromiumPath, NO_CHROMIUM } from '../../scripts/editor/chromium.ts';
import { installCodeServer } from '../../scripts/editor/codeServer.ts';
import { freePort } from '../../scripts/editor/freePort.ts';
import { webBuild } from '../../scripts/editor/webBuild.ts';
import { STAGE } from '../../scripts/packagedExtension.ts';
import { makeHarness } from './harness.ts';
import { couldNotRun, finish } from './outcome.ts';
import { makeStand } from './stand.ts';

const stand = makeStand('workspace');
await finish(run(), stand);

async function run(): Promise<void> {
  const executablePath = chromiumPath();
  const missing = executablePath === undefined ? NO_CHROMIUM : installCodeServer();
  if (executablePath === undefined || missing !== undefined) return couldNotRun(missing ?? NO_CHROMIUM);
  useInstalledBrowser(executablePath);
  await runTests({
    ...(await makeHarness()),
    ...webBuild(),
    quality: 'stable',
    browserType: 'chromium',
    browserOptions: [...CHROMIUM_ARGS],
    headless: true,
    permissions: ['clipboard-read', 'clipboard-write'],
    host: 'localhost',
    port: await freePort(),
    extensionPaths: [STAGE],
    folderPath: stand.folder,
    verbose: process.env.PORTOLAN_VERBOSE !== undefined,
  });
}

/** test-web has no option for it, and would look for the browser that Playwright downloads. */
function useInstalledBrowser(executablePath: string): void {
  const require = createRequire(import.meta.url);
  const chromium: BrowserType = createRequire(require.resolve('@vscode/test-web'))('playwright').chromium;
  const launch = chromium.launch.bind(chromium);
  chromium.launch = options => launch({ ...options, executablePath });
}
