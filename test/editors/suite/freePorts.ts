import { commands, Selection, window } from 'vscode';
import { open } from './editor.ts';
import { check, eventually } from './eventually.ts';

suite('Free ports', () => {
  test('the nearest takes the place of the number under the cursor', async () => {
    const file = await open('ci/compose.yaml');
    const editor = await eventually('the editor', () => window.activeTextEditor);
    const before = file.getText();
    const at = file.positionAt(before.indexOf('2375:2375') + 2);
    editor.selection = new Selection(at, at);
    const done = commands.executeCommand('portolan.findFreePort');
    // There is a list only once it has been drawn, and nothing tells of it.
    await eventually('another number', async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return file.getText() !== before;
    });
    await done;
    const [, port] = /"(\d+):2375"/.exec(file.getText()) ?? [];
    check(Number(port) > 2375, file.getText());
    await commands.executeCommand('workbench.action.files.revert');
  });
});
