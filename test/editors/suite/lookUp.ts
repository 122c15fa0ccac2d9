import { commands, type TextDocument, window, workspace } from 'vscode';
import { eventually } from './eventually.ts';

/** In milliseconds: nobody can be asked whether the list is there yet. */
const UNTIL_SHOWN = 1500;

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
    const document = await textWithCursor('', '7');
    void commands.executeCommand('portolan.openPortPage');
    await new Promise(resolve => setTimeout(resolve, UNTIL_SHOWN));
    // The first item is the 7 itself; the one below was picked lately.
    await commands.executeCommand('workbench.action.quickOpenSelectNext');
    await commands.executeCommand('portolan.lookUp.insert');
    await eventually('the number', () => document.getText() === '5433');
  });
});

/** An unsaved file whose cursor stands in the number at its end. */
async function textWithCursor(before: string, number: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ language: 'plaintext', content: before + number });
  await window.showTextDocument(document);
  await commands.executeCommand('cursorBottom');
  return document;
}

async function pickFirst(command: string): Promise<void> {
  void commands.executeCommand(command);
  await new Promise(resolve => setTimeout(resolve, UNTIL_SHOWN));
  await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}

function hasTab(text: string): boolean {
  return window.tabGroups.all.some(group => group.tabs.some(({ label }) => label.includes(text)));
}
