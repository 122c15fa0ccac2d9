import { commands } from 'vscode';
import { check } from './eventually.ts';
import { eventuallyRow } from './rows.ts';

/** The web has no machine to look at. */
const HAS_MACHINE = !('importScripts' in globalThis);

suite('Listening now', () => {
  test(HAS_MACHINE ? 'shows what listens, as the editor itself does' : 'is not there in the web', async () => {
    if (!HAS_MACHINE) {
      const known = await commands.getCommands(true);
      check(!known.includes('portolan.showListening'), 'there is a command');
      return;
    }
    await commands.executeCommand('portolan.showListening');
    await eventuallyRow('portolan.listening', /^\d+\/(?:tcp|udp) /, 'focusDown');
  });
});
