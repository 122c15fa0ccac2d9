import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createVSIX } from '@vscode/vsce';
import { launchChromium } from '../editor/chromium.ts';
import { installCodeServer, installExtension, startCodeServer } from '../editor/codeServer.ts';
import { packagedExtension } from '../packagedExtension.ts';
import { quantile } from './measure.ts';
import { atMost, type Row, round, type Section } from './section.ts';

/** What the probe tells of one extension, in milliseconds. */
interface Activation {
  readonly wall: number;
  /** Processor time of the extension host's thread. */
  readonly thread: number;
}

interface Found {
  readonly empty: Activation;
  readonly portolan: Activation;
}

/**
 * What an extension host pays for this extension, against one that does nothing. Each round has an extension host of its
 * own, in code-server, in which an extension of ours activates both once the host has come to rest.
 */
export async function benchActivation(rounds: number): Promise<Section> {
  const missing = installCodeServer();
  if (missing !== undefined) return { title: 'activation', rows: [], notes: [missing] };
  const root = mkdtempSync(join(tmpdir(), 'ptl-'));
  const browser = await launchChromium();
  const found: Found[] = [];
  try {
    const profile = { data: join(root, 'data'), extensions: join(root, 'extensions') };
    for (const vsix of [packagedExtension(), await dummy(root, 'empty', EMPTY), await dummy(root, 'probe', PROBE)])
      installExtension(profile, vsix);
    onlyWhenAsked(profile.extensions);
    const folder = join(root, 'folder');
    mkdirSync(folder);
    for (let turn = 0; turn <= rounds; turn++) {
      const result = join(folder, 'activation.json');
      rmSync(result, { force: true });
      const server = await startCodeServer(profile);
      const page = await browser.newPage();
      await page.goto(`${server.base}/?folder=${encodeURIComponent(folder)}`);
      const figures = await written(result);
      // The first round warms the caches of the disk, and leaves what the extension keeps for later windows.
      if (turn === 0) await delay(UNTIL_KEPT);
      await page.close();
      await server.stop();
      if (turn > 0) found.push(figures);
    }
  } finally {
    await browser.close();
    rmSync(root, { recursive: true, force: true });
  }
  return section(found);
}

/** In milliseconds: longer than the client waits. */
const UNTIL_KEPT = 12_000;

/** The workbench itself opens documents, which would start the extension before its time. */
function onlyWhenAsked(extensions: string): void {
  for (const path of globSync(join(extensions, 'portolan.portolan-*', 'package.json'))) {
    const { activationEvents: _, ...manifest } = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify(manifest));
  }
}

/** An extension of one file, as a .vsix. */
async function dummy(root: string, name: string, main: string): Promise<string> {
  const cwd = join(root, name);
  const packagePath = join(root, `${name}.vsix`);
  mkdirSync(cwd);
  writeFileSync(join(cwd, 'main.js'), main);
  writeFileSync(join(cwd, 'LICENSE'), 'MIT\n');
  writeFileSync(
    join(cwd, 'package.json'),
    JSON.stringify({
      name,
      publisher: 'portolan-bench',
      version: '0.0.0',
      license: 'MIT',
      engines: { vscode: '^1.91.0' },
      main: './main.js',
      files: ['main.js'],
      activationEvents: name === 'probe' ? ['onStartupFinished'] : [],
    }),
  );
  await createVSIX({ cwd, packagePath, dependencies: false, allowMissingRepository: true });
  return packagePath;
}

const EMPTY = 'exports.activate = () => undefined;';

const PROBE = `
const { extensions, workspace } = require('vscode');
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const delay = time => new Promise(resolve => setTimeout(resolve, time));
const now = () => { const { user, system } = process.threadCpuUsage(); return { wall: performance.now(), thread: (user + system) / 1000 }; };
const since = from => { const to = now(); return { wall: to.wall - from.wall, thread: to.thread - from.thread }; };
async function activate(id) {
  const extension = extensions.getExtension(id);
  if (extension.isActive) throw new Error(id + ' is active already');
  const from = now();
  await extension.activate();
  return since(from);
}
exports.activate = () => {
  (async () => {
    await delay(5000);
    const empty = await activate('portolan-bench.empty');
    const portolan = await activate('portolan.portolan');
    writeFileSync(join(workspace.workspaceFolders[0].uri.fsPath, 'activation.json'), JSON.stringify({ empty, portolan }));
  })();
};`;

async function written(path: string): Promise<Found> {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    await delay(250);
    try {
      return JSON.parse(readFileSync(path, 'utf8'));
    } catch {
      // Not there yet.
    }
  }
  throw new Error('the extension host does not tell');
}

function section(found: readonly Found[]): Section {
  const above = (figure: keyof Activation): number =>
    quantile(
      found.map(({ empty, portolan }) => portolan[figure] - empty[figure]),
      0.5,
    );
  const command = 'npm run bench -- activation';
  const row = (what: string, time: number): Row => ({
    what,
    figure: `${round(time)} ms more than an empty extension`,
    command,
  });
  const thread = above('thread');
  return {
    title: 'activation',
    rows: [
      {
        ...row("Processor time of the extension host's thread, to the end of the activation", thread),
        target: atMost(thread, 50, 'under 50 ms'),
      },
      row('Time that passes meanwhile', above('wall')),
    ],
    notes: ['In code-server. The server starts after the activation, in a process of its own.'],
  };
}
