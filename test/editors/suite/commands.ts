import { commands, extensions } from 'vscode';
import { check, eventually } from './eventually.ts';
import { copied, eventuallyRow } from './rows.ts';

/** The web has no machine to look at. */
const HAS_MACHINE = !('importScripts' in globalThis);

suite('Commands', () => {
  test('all that the manifest names are there', async () => {
    const named: readonly { readonly command: string }[] =
      extensions.getExtension('portolan.portolan')?.packageJSON.contributes.commands ?? [];
    const known = await commands.getCommands(true);
    const missing = named.map(({ command }) => command).filter(command => !known.includes(command));
    const expected = HAS_MACHINE ? '' : missing.filter(command => /listening/i.test(command)).join(', ');
    check(named.length > 20 && missing.join(', ') === expected, missing.join(', '));
  });

  test('what the editor passes from the title of a view is no argument', async () => {
    await commands.executeCommand('portolan.showPortMap');
    await eventuallyRow('portolan.portMap', /^21\/tcp$/);
    for (const command of ['portolan.portMap.filter', 'portolan.portMap.copyAs', 'portolan.openPortPage']) {
      let isDone = false;
      const done = copied(async () => {
        await commands.executeCommand(command, { node: { port: 21 } });
        isDone = true;
      });
      // The filter's command ends when its list is there, the others when theirs is left.
      await eventually(`the end of ${command}`, async () => {
        await commands.executeCommand('workbench.action.closeQuickOpen');
        return isDone;
      });
      check((await done) === '', `${command} has copied ${await done}`);
    }
    await eventuallyRow('portolan.portMap', /^21\/tcp$/);
  });

  test('the server is started anew, and the port map follows', async () => {
    await commands.executeCommand('portolan.restart');
    await commands.executeCommand('portolan.portMap.filter', ':2375');
    await eventuallyRow('portolan.portMap', /^2375\/tcp$/);
    await commands.executeCommand('portolan.portMap.clearFilter');
    await eventuallyRow('portolan.portMap', /^21\/tcp$/);
  });
});
