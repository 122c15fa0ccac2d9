// The packaged extension, installed into a real VS Code: the desktop's where it can be had, else code-server's.
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { chromiumPath, NO_CHROMIUM } from '../../scripts/editor/chromium.ts';
import { installCodeServer, installExtension } from '../../scripts/editor/codeServer.ts';
import { packagedExtension } from '../../scripts/packagedExtension.ts';
import { ROOT } from '../../scripts/root.ts';
import { desktopVsCode, installInDesktop } from './desktop.ts';
import { makeHarness } from './harness.ts';
import { couldNotRun, finish } from './outcome.ts';
import { makeStand, type Stand } from './stand.ts';

const stand = makeStand('workspace');
await finish(run(stand), stand);

async function run({ folder, profile }: Stand): Promise<void> {
  const executable = await installed(profile);
  if (executable === undefined) return;
  await runTests({
    ...(await makeHarness()),
    vscodeExecutablePath: executable,
    launchArgs: [folder, `--user-data-dir=${profile.data}`, `--extensions-dir=${profile.extensions}`],
  });
}

/** What runs the tests; nothing where no editor is to be had. */
async function installed(profile: Stand['profile']): Promise<string | undefined> {
  const vsix = packagedExtension();
  const desktop = await desktopVsCode();
  if (desktop !== undefined) {
    console.log('  in desktop VS Code');
    installInDesktop(desktop, profile, vsix);
    return desktop;
  }
  const missing = chromiumPath() === undefined ? NO_CHROMIUM : installCodeServer();
  if (missing !== undefined) {
    couldNotRun(missing);
    return undefined;
  }
  console.log('  in code-server: desktop VS Code cannot be downloaded, or has no display');
  installExtension(profile, vsix);
  return join(ROOT, 'scripts/editor/codeHeadless.ts');
}
