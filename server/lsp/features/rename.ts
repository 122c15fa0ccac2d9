import { LSPErrorCodes, type PrepareRenameResult, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { prepareRename, renamePort } from '../../core/analysis.ts';
import { within } from '../after.ts';
import type { Feature } from './feature.ts';
import { canConfirm, renameEdit } from './renameEdit.ts';

export const rename: Feature = {
  capabilities: ({ prepareRename }) => ({ renameProvider: prepareRename ? { prepareProvider: true } : true }),
  serve(context) {
    const { connection, convert, model, registry, client, after, scanned, isScanned } = context;
    connection.onPrepareRename(({ textDocument, position }): PrepareRenameResult | null => {
      const { snapshot, path, checked } = model.view(textDocument.uri);
      const facts = snapshot.facts(path);
      if (!facts || !checked) return null;
      const prepared = prepareRename(snapshot, registry, path, convert.offset(facts, position));
      if ('refused' in prepared) throw refusal(prepared.refused);
      return { range: convert.range(facts, prepared.span), placeholder: prepared.placeholder };
    });
    connection.onRenameRequest(async ({ textDocument, position, newName }): Promise<WorkspaceEdit | null> => {
      const asked = model.document(textDocument.uri)?.version;
      // A port that changes in some of its places alone does not work any more.
      if (!isScanned()) await within(after, LONGEST_WAIT, scanned);
      if (!isScanned()) throw refusal('The files of the workspace are still being read: try again when that is done');
      const { snapshot, path, checked, document } = model.view(textDocument.uri);
      if (document?.version !== asked) throw new ResponseError(LSPErrorCodes.ContentModified, 'edited meanwhile');
      const facts = snapshot.facts(path);
      // The old side of a comparison is nothing to edit.
      if (!facts || !checked) return null;
      const offset = convert.offset(facts, position);
      const renamed = renamePort(snapshot, registry, path, offset, newName, canConfirm(client));
      if ('refused' in renamed) throw refusal(renamed.refused);
      const edit = renameEdit(context, snapshot, renamed.edits);
      if (!edit) throw refusal('A file that has the port is not known any more: try again');
      return edit;
    });
  },
};

/** In milliseconds. */
const LONGEST_WAIT = 1500;

function refusal(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
