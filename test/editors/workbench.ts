// Playwright drives the workbench as a person would, and takes the README's pictures.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumPath, launchChromium, NO_CHROMIUM } from '../../scripts/editor/chromium.ts';
import { installCodeServer, installExtension, startCodeServer } from '../../scripts/editor/codeServer.ts';
import { openWorkbench } from '../../scripts/editor/workbench.ts';
import { packagedExtension } from '../../scripts/packagedExtension.ts';
import { ROOT } from '../../scripts/root.ts';
import { couldNotRun, finish, steps } from './outcome.ts';
import { makeStand } from './stand.ts';

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
    // The pictures in the repository change only on request: no two runs draw the same pixels.
    const pictures = join(ROOT, process.env.UPDATE === '1' ? 'docs/images' : 'dist/pictures');
    mkdirSync(pictures, { recursive: true });
    await steps([
      ['opens compose.yaml', () => workbench.openFile('compose.yaml')],
      ['draws a squiggle', () => workbench.squiggle()],
      [
        'shows what 5432 is, and that there is a fix',
        () => workbench.hover('5432:5432', /5432\/tcp.*PostgreSQL.*Quick Fix/s),
      ],
      ['keeps a picture of it', () => workbench.picture(join(pictures, 'hover.png'))],
      ['lists the collision in the Problems panel', () => workbench.problem(/9090/)],
      ['keeps a picture of it', () => workbench.picture(join(pictures, 'problems.png'))],
      [
        'finds a port by a misspelt name, and shows its page',
        () => workbench.lookUp('postgers', '5432 PostgreSQL', 5432),
      ],
      ['keeps a picture of it', () => workbench.picture(join(pictures, 'port-page.png'))],
      ['goes from there to a place of the workspace', () => workbench.followLink('compose.yaml:', 'compose.yaml')],
    ]);
  } finally {
    await browser.close();
    await server.stop();
  }
}
