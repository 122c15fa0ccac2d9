import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from './cache.ts';
import { CODE_SERVER_VERSION, CODE_SERVER_VSCODE } from './codeServer.ts';

/** What @vscode/test-web wants to know, to find the build and not download one. */
export interface WebBuild {
  readonly testRunnerDataDir: string;
  readonly commit: string;
}

/**
 * Lays out code-server's workbench as VS Code for the Web, without a server behind it. Made once a version: the changes
 * below go by the text of minified code.
 */
export function webBuild(): WebBuild {
  const { commit } = JSON.parse(readFileSync(join(CODE_SERVER_VSCODE, 'product.json'), 'utf8'));
  const testRunnerDataDir = join(CACHE, `web-${CODE_SERVER_VERSION}`);
  const folder = join(testRunnerDataDir, `vscode-web-stable-${commit}`);
  if (!existsSync(join(folder, 'version'))) layOut(folder);
  return { testRunnerDataDir, commit };
}

function layOut(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ['out', 'product.json', 'package.json']) {
    cpSync(join(CODE_SERVER_VSCODE, name), join(folder, name), { recursive: true });
  }
  for (const name of ['extensions', 'node_modules']) {
    symlinkSync(join(CODE_SERVER_VSCODE, name), join(folder, name), 'junction');
  }
  const workbench = join(folder, 'out/vs/code/browser/workbench/workbench.js');
  writeFileSync(workbench, withoutServer(readFileSync(workbench, 'utf8')));
  const main = join(folder, 'out/vs/workbench/workbench.web.main.internal');
  writeFileSync(`${main}.js`, MAIN);
  writeFileSync(`${main}.css`, '@import "../code/browser/workbench/workbench.css";\n');
  // Last: it says that the rest is whole.
  writeFileSync(join(folder, 'version'), CODE_SERVER_VERSION);
}

/** Undoes what code-server changes in VS Code: the user's data on the server, and that there always is a server. */
function withoutServer(workbench: string): string {
  const home = /(get userRoamingDataHome\(\)\{return [^}]*?\{scheme:\w+\.)vscodeRemote(?=\}\),"User")/;
  const authority = 'remoteAuthority:location.host}';
  if (!home.test(workbench) || !workbench.includes(authority)) {
    throw new Error(`code-server ${CODE_SERVER_VERSION} cannot be made into a web build: its code has changed`);
  }
  return workbench.replace(home, '$1vscodeUserData').replace(authority, '}');
}

/**
 * The module that test-web's page imports. The bundle of code-server starts itself from the configuration in the page,
 * so the page's own start must come to nothing.
 */
const MAIN = `
const same = { parse: value => value, revive: value => value, from: value => value };
export const URI = same;
export class Emitter {
  event = () => ({ dispose() {} });
  fire() {}
  dispose() {}
}
export const create = () => ({ dispose() {} });
const meta = document.getElementById('vscode-workbench-web-configuration');
const configuration = JSON.parse(meta.getAttribute('data-settings'));
meta.setAttribute('data-settings', JSON.stringify({
  ...configuration,
  userDataPath: '/code-server',
  isEnabledFileDownloads: true,
  isEnabledFileUploads: true,
  isEnabledCoderGettingStarted: false,
  enableWorkspaceTrust: false,
}));
import('../code/browser/workbench/workbench.js');
`;
