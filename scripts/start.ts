// `npm start`: shows the extension at work on `examples/`, after what the command line finds there.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumPath, launchChromium, NO_CHROMIUM } from './editor/chromium.ts';
import { installCodeServer, installExtension, type Profile, startCodeServer } from './editor/codeServer.ts';
import { onPath } from './editor/onPath.ts';
import { quietSettings } from './editor/quietSettings.ts';
import { installSystemPackages } from './editor/systemPackages.ts';
import { openWorkbench } from './editor/workbench.ts';
import { packageExtension } from './package.ts';
import { ROOT } from './root.ts';

const vsix = await packageExtension();
console.log('\nportolan check examples\n');
spawnSync(process.execPath, ['dist/cli.js', 'check', 'examples'], { cwd: ROOT, stdio: 'inherit' });

// A copy: whoever plays with it does not change the repository.
const temporary = mkdtempSync(join(tmpdir(), 'ptl-'));
const folder = join(temporary, 'examples');
const profile: Profile = { data: join(temporary, 'data'), extensions: join(temporary, 'extensions') };
cpSync(join(ROOT, 'examples'), folder, { recursive: true });

let exitCode = 0;
try {
  if (!process.stdout.isTTY) await checkOnce();
  else if (onPath('code') !== undefined) showOnDesktop();
  else await showInBrowser();
} catch (error) {
  console.error(String(error));
  exitCode = 1;
}
rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
process.exit(exitCode);

function showOnDesktop(): void {
  quietSettings(profile.data);
  const args = [`--user-data-dir=${profile.data}`, `--extensions-dir=${profile.extensions}`];
  const shell = process.platform === 'win32';
  const { status } = spawnSync('code', [...args, '--install-extension', vsix], { stdio: 'inherit', shell });
  if (status !== 0) throw new Error('VS Code does not install the extension');
  console.log('\nVS Code opens with a profile of its own; close its window to end this.');
  spawnSync('code', [...args, '--new-window', '--wait', folder, join(folder, 'compose.yaml')], {
    stdio: 'inherit',
    shell,
  });
}

async function showInBrowser(): Promise<void> {
  const missing = installCodeServer();
  if (missing !== undefined) return console.log(`\nNo editor to show: no \`code\` on the path, and ${missing}.`);
  installExtension(profile, vsix);
  const server = await startCodeServer(profile);
  const url = `${server.base}/?folder=${encodeURIComponent(folder)}`;
  console.log(`\nNo \`code\` on the path, so here is code-server: ${url}\nCtrl-C ends it.`);
  const opener = ['xdg-open', 'open'].find(program => onPath(program) !== undefined);
  if (opener !== undefined) spawnSync(opener, [url], { stdio: 'ignore', timeout: 5000 });
  await new Promise(resolve => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  await server.stop();
}

/** Nobody looks: so looks itself, once. */
async function checkOnce(): Promise<void> {
  installSystemPackages();
  const missing = chromiumPath() === undefined ? NO_CHROMIUM : installCodeServer();
  if (missing !== undefined) return console.log(`\nThe editor was not checked: ${missing}.`);
  installExtension(profile, vsix);
  const server = await startCodeServer(profile);
  const browser = await launchChromium();
  const picture = join(ROOT, 'dist/pictures/start.png');
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 750 } });
    const workbench = await openWorkbench(page, server.base, folder);
    await workbench.openFile('compose.yaml');
    await workbench.squiggle();
    await workbench.hover('5432:5432', /PostgreSQL/);
    await workbench.picture(picture);
  } finally {
    await browser.close();
    await server.stop();
  }
  console.log(`\nNo terminal, so the editor was checked once: problems and hover are there, see ${picture}`);
}
