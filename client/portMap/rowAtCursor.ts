import type { TextEditor } from 'vscode';
import { portNumber } from '../ports/portNumber.ts';
import { rangeOf, uriOf } from '../views/place.ts';
import type { PortMapTree, Row } from './portMapTree.ts';

/** The row of the place that the cursor is on, as the map is grouped now; that of its port where the place has none. */
export async function rowAtCursor(tree: PortMapTree, editor: TextEditor | undefined): Promise<Row | undefined> {
  const word = editor?.document.getWordRangeAtPosition(editor.selection.active, /\d+/);
  const port = word && portNumber(editor?.document.getText(word) ?? '');
  if (!editor || !word || port === undefined) return undefined;
  const uri = editor.document.uri.toString();
  const isInFile = ({ node: { location } }: Row): boolean =>
    location !== undefined && uriOf(location).toString() === uri;
  let portRow: Row | undefined;
  const visit = async (parent: Row | undefined): Promise<Row | undefined> => {
    for (const row of await tree.getChildren(parent)) {
      const { kind, location, hasChildren } = row.node;
      if (kind === 'file' && !isInFile(row)) continue;
      if (row.node.port !== undefined && row.node.port !== port) continue;
      if (kind === 'place' && location && isInFile(row) && rangeOf(location).contains(word)) return row;
      if (kind === 'port') portRow ??= row;
      const below = hasChildren ? await visit(row) : undefined;
      if (below) return below;
    }
    return undefined;
  };
  return (await visit(undefined)) ?? portRow;
}
