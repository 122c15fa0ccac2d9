import { LSPErrorCodes, type PrepareRenameResult, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { prepareRename, renamePort } from '../../core/analysis.ts';
import type { Feature } from './feature.ts';
import { canConfirm, renameEdit } from './renameEdit.ts';

export const rename: Feature = {
  capabilities: ({ prepareRename }) => ({ renameProvider: prepareRename ? { prepareProvider: true } : true }),
  serve(context) {
    const { connection, convert, model, registry, client } = context;
    connection.onPrepareRename(({ textDocument, position }): PrepareRenameResult | null => {
      const { snapshot, path } = model.view(textDocument.uri);
      const facts = snapshot.facts(path);
      if (!facts) return null;
      const prepared = prepareRename(snapshot, registry, path, convert.offset(facts, position));
      if ('refused' in prepared) throw refusal(prepared.refused);
      return { range: convert.range(facts, prepared.span), placeholder: prepared.placeholder };
    });
    connection.onRenameRequest(({ textDocument, position, newName }): WorkspaceEdit | null => {
      const { snapshot, path, checked } = model.view(textDocument.uri);
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

function refusal(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
