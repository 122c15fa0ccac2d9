import { env, l10n, window } from 'vscode';

export async function copyPort(port: number): Promise<void> {
  await env.clipboard.writeText(`${port}`);
  window.setStatusBarMessage(l10n.t('Copied {0}', port), SHOWN);
}

/** In milliseconds. */
const SHOWN = 5000;
