import { commands, type Disposable, env, l10n, window } from 'vscode';
import { OPEN_PORT_PAGE } from '../../server/protocol.ts';
import { putPort } from '../freePorts/putPort.ts';
import type { Part } from '../part.ts';
import { type Picked, pickPort } from './pickPort.ts';
import { portNumber } from './portNumber.ts';

/** Both begin with the same question; what Enter means differs. */
export function lookUpCommands(part: Part, open: (port: number) => Promise<void>): Disposable[] {
  const use = async (picked: Picked | undefined): Promise<void> => {
    if (picked?.use === 'open') await open(picked.port);
    else if (picked?.use === 'insert') await insert(picked.port);
    else if (picked?.use === 'copy') await copy(picked.port);
  };
  return [
    commands.registerCommand(OPEN_PORT_PAGE, async (asked?: unknown) => {
      const port = asked === undefined ? undefined : portNumber(String(asked));
      if (port !== undefined) await open(port);
      else if (asked === undefined)
        await use(await pickPort(part, ['open', 'insert', 'copy'], l10n.t('Look Up a Port or Service')));
    }),
    commands.registerCommand('portolan.insertPort', async () =>
      use(await pickPort(part, ['insert', 'open', 'copy'], l10n.t('Insert a Port'))),
    ),
  ];
}

/** At every cursor; without an editor that takes it, to the clipboard. */
async function insert(port: number): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor || !(await putPort(editor, port))) await copy(port);
}

async function copy(port: number): Promise<void> {
  await env.clipboard.writeText(`${port}`);
  window.setStatusBarMessage(l10n.t('Copied {0}', port), SHOWN);
}

/** In milliseconds. */
const SHOWN = 5000;
