import { commands, env, l10n, window } from 'vscode';
import type { StartPart } from '../part.ts';
import { pickFreePort } from './pickFreePort.ts';
import { portAtCursor } from './portAtCursor.ts';
import { putPort } from './putPort.ts';

/** The command that finds a free port, near the one under the cursor, and puts it there. */
export const offerFreePorts: StartPart = ({ client }) => [
  commands.registerCommand('portolan.findFreePort', async () => {
    const editor = window.activeTextEditor;
    const old = editor && portAtCursor(editor);
    const port = await pickFreePort(client, old?.port, { canPut: editor !== undefined });
    if (port === undefined) return;
    if (editor && (await putPort(editor, port))) return;
    await env.clipboard.writeText(`${port}`);
    window.setStatusBarMessage(l10n.t('Copied {0}', port), 5000);
  }),
];
