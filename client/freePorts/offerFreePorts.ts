import { commands, window } from 'vscode';
import type { StartPart } from '../part.ts';
import { insertPort } from '../ports/insertPort.ts';
import { portAtCursor } from '../ports/portAtCursor.ts';
import { pickFreePort } from './pickFreePort.ts';

/** The command that finds a free port, near the one under the cursor, and puts it there. */
export const offerFreePorts: StartPart = ({ client }) => [
  commands.registerCommand('portolan.findFreePort', async () => {
    const editor = window.activeTextEditor;
    const old = editor && portAtCursor(editor);
    const port = await pickFreePort(client, old?.port, { canPut: editor !== undefined });
    if (port !== undefined) await insertPort(editor, port);
  }),
];
