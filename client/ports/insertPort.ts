import type { TextEditor } from 'vscode';
import { copyPort } from './copyPort.ts';
import { portAtCursor } from './portAtCursor.ts';

/** At every cursor; without an editor that takes it, to the clipboard. */
export async function insertPort(editor: TextEditor | undefined, port: number): Promise<void> {
  if (!editor || !(await put(editor, port))) await copyPort(port);
}

/** In place of what is selected, or of the number that a cursor stands at. False where the text is read-only. */
function put(editor: TextEditor, port: number): Thenable<boolean> {
  return editor.edit(builder => {
    for (const selection of editor.selections) {
      const old = selection.isEmpty ? portAtCursor(editor, selection)?.range : selection;
      builder.replace(old ?? selection, `${port}`);
    }
  });
}
