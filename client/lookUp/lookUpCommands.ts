import { commands, type Disposable, EventEmitter, l10n, window } from 'vscode';
import { OPEN_PORT_PAGE } from '../../server/protocol.ts';
import type { Part } from '../part.ts';
import { copyPort } from '../ports/copyPort.ts';
import { insertPort } from '../ports/insertPort.ts';
import { portNumber } from '../ports/portNumber.ts';
import { pickPort } from './pickPort.ts';
import type { Use } from './portItem.ts';

/** Both begin with the same question; what Enter means differs. */
export function lookUpCommands(part: Part, open: (port: number) => Promise<void>): Disposable[] {
  const keys = new EventEmitter<Use>();
  const lookUp = async (title: string, ...uses: readonly Use[]): Promise<void> => {
    const picked = await pickPort(part, uses, title, keys.event);
    if (picked?.use === 'open') await open(picked.port);
    else if (picked?.use === 'insert') await insertPort(window.activeTextEditor, picked.port);
    else if (picked?.use === 'copy') await copyPort(picked.port);
  };
  return [
    keys,
    commands.registerCommand(OPEN_PORT_PAGE, async (asked?: unknown) => {
      // A button in a view's title passes a row.
      if (typeof asked !== 'number' && typeof asked !== 'string')
        return lookUp(l10n.t('Look Up a Port or Service'), 'open', 'insert', 'copy');
      const port = portNumber(`${asked}`);
      if (port !== undefined) await open(port);
    }),
    commands.registerCommand('portolan.insertPort', () => lookUp(l10n.t('Insert a Port'), 'insert', 'open', 'copy')),
    ...KEYS.map(use => commands.registerCommand(`portolan.lookUp.${use}`, () => keys.fire(use))),
  ];
}

/** The uses that have a key, which works while the list is open. */
const KEYS: readonly Use[] = ['open', 'insert', 'copy'];
