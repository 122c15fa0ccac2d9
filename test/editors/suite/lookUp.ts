import { commands, type TextDocument, window, workspace } from 'vscode';
import { eventually } from './eventually.ts';

suite('Look-up', () => {
  test('offers the port at the cursor, and opens its page', async () => {
    await textWithCursor('listen: ', '5433');
    await pickFirst('portolan.openPortPage');
    await eventually('a tab with the page', () => hasTab('5433'));
  });

  test('inserts what was picked lately, in place of the number at the cursor', async () => {
    const document = await textWithCursor('listen: ', '8080');
    await pickFirst('portolan.insertPort');
    await eventually('the number', () => document.getText() === 'listen: 5433');
  });

  test('inserts at every cursor', async () => {
    const document = await textWithCursor('', '1');
    const editor = window.activeTextEditor;
    if (!editor) throw new Error('no editor');
    await editor.edit(builder => builder.insert(document.positionAt(1), '\n2\n3'));
    await commands.executeCommand('editor.action.selectAll');
    await commands.executeCommand('editor.action.insertCursorAtEndOfEachLineSelected');
    await pickFirst('portolan.insertPort');
    await eventually('three numbers', () => document.getText() === '5433\n5433\n5433');
  });

  test('the keys of its buttons: insert instead of open', async () => {
    const document = await textWithCursor('', '');
    void commands.executeCommand('portolan.openPortPage');
    await eventually('the number', async () => {
      // There is the command only while the list is open.
      await commands.executeCommand('portolan.lookUp.insert').then(undefined, () => undefined);
      return document.getText() === '5433';
    });
  });
});

/** An unsaved file whose cursor stands in the number at its end. */
async function textWithCursor(before: string, number: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ language: 'plaintext', content: before + number });
  await window.showTextDocument(document);
  await commands.executeCommand('cursorBottom');
  return document;
}

/** There is a list only once it has been drawn, and nothing tells of it: so it is accepted until the command is done. */
async function pickFirst(command: string): Promise<void> {
  let isDone = false;
  void commands.executeCommand(command).then(() => {
    isDone = true;
  });
  await eventually('the end of the look-up', async () => {
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isDone;
  });
}

function hasTab(text: string): boolean {
  return window.tabGroups.all.some(group => group.tabs.some(({ label }) => label.includes(text)));
}
