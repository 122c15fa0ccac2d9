// Playwright drives the workbench as a person would, and takes the README's pictures.
import { chromiumPath, launchChromium, NO_CHROMIUM } from '../../scripts/editor/chromium.ts';
import { installCodeServer, installExtension, startCodeServer } from '../../scripts/editor/codeServer.ts';
import { openWorkbench } from '../../scripts/editor/workbench.ts';
import { packagedExtension } from '../../scripts/packagedExtension.ts';
import { couldNotRun, finish, steps } from './outcome.ts';
import { keep } from './pictures.ts';
import { makeStand } from './stand.ts';
import { tour } from './tour.ts';

const stand = makeStand();
await finish(run(), stand);

async function run(): Promise<void> {
  const missing = chromiumPath() === undefined ? NO_CHROMIUM : installCodeServer();
  if (missing !== undefined) return couldNotRun(missing);
  installExtension(stand.profile, packagedExtension());
  const server = await startCodeServer(stand.profile);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 750 } });
    const workbench = await openWorkbench(page, server.base, stand.folder);
    await steps(tour(workbench)).catch(async error => {
      await keep(workbench, 'failed');
      throw error;
    });
  } finally {
    await browser.close();
    await server.stop();
  }
}
