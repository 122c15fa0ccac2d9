import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { CACHE } from '../../scripts/editor/cache.ts';
import type { Profile } from '../../scripts/editor/codeServer.ts';
import { quietSettings } from '../../scripts/editor/quietSettings.ts';

/** The same as in code-server's version, so that both hosts test one editor. */
const VERSION = '1.139.1';

/** Desktop VS Code, downloaded once; undefined where it cannot be had or cannot show itself. */
export async function desktopVsCode(): Promise<string | undefined> {
  const hasDisplay = process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
  if (process.platform === 'linux' && !hasDisplay) return undefined;
  if (!(await isReachable())) return undefined;
  return downloadAndUnzipVSCode({ version: VERSION, cachePath: join(CACHE, 'vscode') });
}

export function installInDesktop(executable: string, profile: Profile, vsix: string): void {
  quietSettings(profile.data);
  const [cli = executable, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  const shell = process.platform === 'win32';
  const options = [...args, `--user-data-dir=${profile.data}`, `--extensions-dir=${profile.extensions}`];
  const { status, stderr } = spawnSync(cli, [...options, '--install-extension', vsix], { encoding: 'utf8', shell });
  if (status !== 0) throw new Error(`VS Code does not install ${vsix}: ${stderr}`);
}

async function isReachable(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(5000);
    return (await fetch('https://update.code.visualstudio.com/api/releases/stable', { signal })).ok;
  } catch {
    return false;
  }
}
