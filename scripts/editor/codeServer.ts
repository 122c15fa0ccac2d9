import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { CACHE } from './cache.ts';
import { freePort } from './freePort.ts';
import { quietSettings } from './quietSettings.ts';

/** A VS Code that npm has: its server, with the workbench in a browser. */
export const CODE_SERVER_VERSION = '4.139.1';
const FOLDER = join(CACHE, `code-server-${CODE_SERVER_VERSION}`);
const PACKAGE = join(FOLDER, 'node_modules/code-server');

/** The part of it that is VS Code. */
export const CODE_SERVER_VSCODE: string = join(PACKAGE, 'lib/vscode');

/** The user's own profile is never touched: both folders are given by the caller. */
export interface Profile {
  readonly data: string;
  readonly extensions: string;
}

export interface CodeServer {
  /** Without a slash at the end. */
  readonly base: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** Returns why not, or nothing. Some 600 MB, half a minute, once. */
export function installCodeServer(): string | undefined {
  if (existsSync(join(FOLDER, 'complete'))) return undefined;
  console.log(`Installing code-server ${CODE_SERVER_VERSION} into ${FOLDER}`);
  const partial = `${FOLDER}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  writeFileSync(join(partial, 'package.json'), '{ "private": true }\n');
  const vscode = join(partial, 'node_modules/code-server/lib/vscode');
  // Its install scripts compile what only terminals and keyrings need, so they stay out, and their compiler with them.
  const done =
    npm(partial, ['install', '--save-exact', `code-server@${CODE_SERVER_VERSION}`]) &&
    npm(vscode, ['install', '--omit=dev']) &&
    npm(join(vscode, 'extensions'), ['install', '--omit=dev']);
  if (!done) return `code-server ${CODE_SERVER_VERSION} could not be installed from npm`;
  writeFileSync(join(partial, 'complete'), '');
  rmSync(FOLDER, { recursive: true, force: true });
  renameSync(partial, FOLDER);
  return undefined;
}

function npm(cwd: string, args: readonly string[]): boolean {
  const script = process.env.npm_execpath;
  const options = [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } =
    script === undefined
      ? spawnSync('npm', options, { cwd, stdio: 'inherit', shell: process.platform === 'win32' })
      : spawnSync(process.execPath, [script, ...options], { cwd, stdio: 'inherit' });
  return status === 0;
}

export function installExtension(profile: Profile, vsix: string): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(PACKAGE, 'out/node/entry.js'), ...profileArgs(profile), '--install-extension', vsix],
    { encoding: 'utf8', env: environment() },
  );
  if (status !== 0) throw new Error(`code-server does not install ${vsix}: ${stdout}${stderr}`);
}

/** On a free port of the loopback address. `verbose` shows the server's own log. */
export async function startCodeServer(profile: Profile, verbose = false): Promise<CodeServer> {
  mkdirSync(profile.extensions, { recursive: true });
  quietSettings(profile.data);
  const port = await freePort();
  const flags = ['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', '--ignore-last-opened'];
  const child = spawn(
    process.execPath,
    [
      join(PACKAGE, 'out/node/entry.js'),
      ...profileArgs(profile),
      ...['--bind-addr', `127.0.0.1:${port}`, '--auth', 'none', '--disable-getting-started-override', ...flags],
      // Without it the workbench does not read test paths from its address.
      ...['--vscode-option', 'enable-smoke-test-driver'],
    ],
    { stdio: ['ignore', verbose ? 'inherit' : 'ignore', verbose ? 'inherit' : 'ignore'], env: environment() },
  );
  const server: CodeServer = { base: `http://127.0.0.1:${port}`, process: child, stop: () => stop(child) };
  for (let tries = 0; !(await answers(server.base)); tries++) {
    if (child.exitCode !== null || tries > 300) throw new Error('code-server does not come up');
    await delay(100);
  }
  return server;
}

function profileArgs({ data, extensions }: Profile): readonly string[] {
  return ['--config', join(data, 'code-server.yaml'), '--user-data-dir', data, '--extensions-dir', extensions];
}

/** No extension gallery: nothing is looked up. */
function environment(): NodeJS.ProcessEnv {
  return { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
}

async function answers(base: string): Promise<boolean> {
  try {
    return (await fetch(`${base}/healthz`)).ok;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise(resolve => child.once('exit', resolve));
  child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), 5000);
  await gone;
  clearTimeout(kill);
}
