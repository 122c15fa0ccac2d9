import { commands, type Disposable } from 'vscode';
import { READ_ON, STOP_READING } from '../../server/protocol.ts';
import type { Part } from '../part.ts';

export function statusCommands({ client }: Part): Disposable[] {
  return [
    commands.registerCommand('portolan.stopReading', () => client.sendNotification(STOP_READING)),
    commands.registerCommand('portolan.readOn', () => client.sendNotification(READ_ON)),
    commands.registerCommand('portolan.showLog', () => client.outputChannel.show()),
    commands.registerCommand('portolan.restart', async () => {
      // One that hangs does not stop in time, and is left to its end.
      if (client.isRunning()) await client.stop().catch(() => undefined);
      await client.start();
    }),
  ];
}
