import type { Range, Selection, TextEditor } from 'vscode';
import { portNumber } from './portNumber.ts';

/** The number that the cursor stands at, or that is selected, where it can be a port. */
export function portAtCursor(
  { document, selection }: TextEditor,
  at: Selection = selection,
): { readonly port: number; readonly range: Range } | undefined {
  const range = at.isEmpty ? document.getWordRangeAtPosition(at.active, /\d+/) : at;
  const port = range && portNumber(document.getText(range).trim());
  return range && port !== undefined ? { port, range } : undefined;
}
