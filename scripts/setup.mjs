// First stage of `npm start` and `npm test`, on a fresh clone and whatever Node runs npm: so it has no dependencies and
// no types. Installs what the lockfile says, then hands over to a Node that runs TypeScript.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [command, ...args] = process.argv.slice(2);

/** The systems for which the lockfile brings a Node along. */
const bundled = { 'linux-x64': 'bin/node', 'linux-arm64': 'bin/node', 'win32-x64': 'bin/node.exe' };
const system = `${process.platform}-${process.arch}`;

if (!(system in bundled) && !isNewEnough(process.versions.node)) {
  fail(
    `Node 22.18 or newer is needed, this is ${process.versions.node}; npm has no Node for ${system}. See https://nodejs.org`,
  );
}
install();
const node = bundledNode() ?? process.execPath;
const child = spawn(node, [join(root, 'scripts', `${command}.ts`), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: [dirname(node), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter) },
});
// The terminal sends Ctrl-C to the child too, which has something to tidy up.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));

function install() {
  const stamp = join(root, 'node_modules/.portolan-lock-hash');
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  console.log('Installing dependencies: npm ci');
  // No package here needs its install script, and one of them would download a browser.
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...options], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', options, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) fail('npm ci failed: is the npm registry within reach?');
  writeFileSync(stamp, hash);
}

function bundledNode() {
  const file = join(root, 'node_modules', `node-${system.replace('win32', 'win')}`, bundled[system] ?? '');
  if (existsSync(file) && spawnSync(file, ['--version']).status === 0) return file;
  if (isNewEnough(process.versions.node)) return undefined;
  fail(`Node 22.18 or newer is needed, this is ${process.versions.node}, and the one from npm does not run here`);
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
