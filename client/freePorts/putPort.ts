import type { TextEditor } from 'vscode';
import { portAtCursor } from './portAtCursor.ts';

/** At every cursor: in place of what is selected, or of the number that it stands at. False where the text is read-only. */
export function putPort(editor: TextEditor, port: number): Thenable<boolean> {
  return editor.edit(builder => {
    for (const selection of editor.selections) {
      const old = selection.isEmpty ? portAtCursor(editor, selection)?.range : selection;
      builder.replace(old ?? selection, `${port}`);
    }
  });
}
