import { commands, l10n, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { reasonOf } from './reasonOf.ts';

/** Tells what a command could not do, with what can be done about it. */
export async function sayFailed(client: BaseLanguageClient, what: string, error: unknown): Promise<void> {
  const showLog = { title: l10n.t('Show the Log'), command: 'portolan.showLog' };
  const restart = { title: l10n.t('Restart the Server'), command: 'portolan.restart' };
  const picked = client.isRunning()
    ? await window.showErrorMessage(`${what}: ${reasonOf(error)}`, showLog)
    : await window.showErrorMessage(l10n.t('{0}: the server does not run', what), restart, showLog);
  if (picked) await commands.executeCommand(picked.command);
}
