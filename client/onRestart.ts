import type { Disposable } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';

/** Calls back when a server has taken the place of another: what that one was asked, this one does not know. */
export function onRestart(client: BaseLanguageClient, run: () => void): Disposable {
  let isFirst = true;
  return client.onDidChangeState(({ newState }) => {
    if (newState !== State.Running) return;
    if (!isFirst) run();
    isFirst = false;
  });
}
