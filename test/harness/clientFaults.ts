import type {
  ClientCapabilities,
  CodeAction,
  Command,
  CompletionItem,
  CompletionList,
  Diagnostic,
  Hover,
  InitializeResult,
  InlayHint,
  MarkupContent,
  RegistrationParams,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { PORT_MAP_CHANGED, STATUS } from '../../server/protocol.ts';
import type { Sent } from './strictClient.ts';

/**
 * What a client with these capabilities could not take, in words: one line for each fault.
 * https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
 */
export interface ClientFaults {
  initialized(result: InitializeResult): readonly string[];
  sent(message: Sent): readonly string[];
  diagnostics(items: readonly Diagnostic[]): readonly string[];
  hover(hover: Hover | null): readonly string[];
  completion(answer: CompletionList | readonly CompletionItem[] | null): readonly string[];
  actions(answer: readonly (CodeAction | Command)[] | null): readonly string[];
  edit(edit: WorkspaceEdit | null | undefined): readonly string[];
  inlayHints(answer: readonly InlayHint[] | null): readonly string[];
}

/** Each a fault where it does not hold. */
type Rule = readonly [holds: boolean, fault: string];

export function clientFaults({ workspace, textDocument, window, general }: ClientCapabilities): ClientFaults {
  const {
    hover: hovers,
    completion: completions,
    codeAction,
    publishDiagnostics,
    diagnostic,
    rename,
  } = textDocument ?? {};
  const item = completions?.completionItem;
  const edits = workspace?.workspaceEdit;

  const markup = (content: unknown, formats: readonly string[] | undefined, where: string): readonly string[] => {
    if (content === undefined || typeof content === 'string') return [];
    const { kind } = content as MarkupContent;
    return faultsOf([[formats?.includes(kind) === true, `${where}: ${kind} was not offered`]]);
  };

  const edit: ClientFaults['edit'] = given => {
    if (!given) return [];
    const operations = (given.documentChanges ?? []).flatMap(change => ('kind' in change ? [change.kind] : []));
    const all = (given.documentChanges ?? []).flatMap(change => ('edits' in change ? change.edits : []));
    return faultsOf([
      // What makes a file can stand nowhere else.
      [!given.documentChanges || edits?.documentChanges === true || operations.length > 0, 'edit: documentChanges'],
      [operations.every(kind => edits?.resourceOperations?.includes(kind)), `edit: ${operations}`],
      [!given.changeAnnotations || edits?.changeAnnotationSupport !== undefined, 'edit: changeAnnotations'],
      [
        edits?.changeAnnotationSupport !== undefined || all.every(each => !('annotationId' in each)),
        'edit: annotationId',
      ],
      [all.every(each => 'newText' in each), 'edit: a snippet'],
    ]);
  };

  const diagnostics: ClientFaults['diagnostics'] = items => {
    const able = (name: 'relatedInformation' | 'codeDescriptionSupport' | 'dataSupport'): boolean =>
      publishDiagnostics?.[name] === true || diagnostic?.[name] === true;
    return items.flatMap(one =>
      faultsOf([
        [!one.relatedInformation || able('relatedInformation'), 'diagnostic: relatedInformation'],
        [!one.codeDescription || able('codeDescriptionSupport'), 'diagnostic: codeDescription'],
        [one.data === undefined || able('dataSupport'), 'diagnostic: data'],
        [!one.tags || publishDiagnostics?.tagSupport !== undefined, 'diagnostic: tags'],
        [typeof one.message === 'string', 'diagnostic: a message that is no text'],
      ]),
    );
  };

  return {
    edit,
    diagnostics,
    initialized({ capabilities: { positionEncoding = 'utf-16', ...able } }) {
      const actions = able.codeActionProvider;
      return faultsOf([
        [positionEncoding === 'utf-16' || general?.positionEncodings?.includes(positionEncoding) === true, 'encoding'],
        [!able.diagnosticProvider || diagnostic !== undefined, 'diagnosticProvider'],
        [typeof able.renameProvider !== 'object' || rename?.prepareSupport === true, 'rename: prepareProvider'],
        [typeof actions !== 'object' || codeAction?.codeActionLiteralSupport !== undefined, 'codeAction: options'],
        [
          typeof actions !== 'object' || actions.resolveProvider !== true || codeAction?.resolveSupport !== undefined,
          'codeAction: resolve',
        ],
      ]);
    },
    sent({ method, params }) {
      const may = ALLOWED[method];
      if (may === true) return [];
      if (method === 'client/registerCapability')
        return (params as RegistrationParams).registrations.flatMap(({ method: registered }) => {
          const dynamic: Readonly<Record<string, boolean | undefined>> = {
            'workspace/didChangeWatchedFiles': workspace?.didChangeWatchedFiles?.dynamicRegistration,
            'workspace/didChangeConfiguration': workspace?.didChangeConfiguration?.dynamicRegistration,
            'textDocument/inlayHint': textDocument?.inlayHint?.dynamicRegistration,
          };
          return faultsOf([[dynamic[registered] === true, `registered: ${registered}`]]);
        });
      const needs: Readonly<Record<string, boolean>> = {
        'client/unregisterCapability': workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
        'workspace/configuration': workspace?.configuration === true,
        'workspace/workspaceFolders': workspace?.workspaceFolders === true,
        'workspace/applyEdit': workspace?.applyEdit === true,
        'workspace/diagnostic/refresh': workspace?.diagnostics?.refreshSupport === true,
        'workspace/inlayHint/refresh': workspace?.inlayHint?.refreshSupport === true,
        'window/workDoneProgress/create': window?.workDoneProgress === true,
        '$/progress': window?.workDoneProgress === true,
        'window/showDocument': window?.showDocument?.support === true,
        // To a client that pulls they would come twice.
        'textDocument/publishDiagnostics': diagnostic === undefined,
      };
      return faultsOf([[needs[method] === true, `sent: ${method}`]]);
    },
    hover: hover =>
      hover && typeof hover.contents === 'object' && 'kind' in hover.contents
        ? markup(hover.contents, hovers?.contentFormat, 'hover')
        : [],
    completion: answer => {
      const items = answer === null ? [] : 'items' in answer ? answer.items : answer;
      const defaults = answer !== null && 'itemDefaults' in answer ? Object.keys(answer.itemDefaults ?? {}) : [];
      const supported: readonly string[] = completions?.completionList?.itemDefaults ?? [];
      return [
        ...faultsOf([[defaults.every(name => supported.includes(name)), `completion: defaults ${defaults}`]]),
        ...items.flatMap(one => [
          ...markup(one.documentation, item?.documentationFormat, 'completion'),
          ...faultsOf([
            [one.insertTextFormat !== 2 || item?.snippetSupport === true, 'completion: a snippet'],
            [!one.labelDetails || item?.labelDetailsSupport === true, 'completion: labelDetails'],
            [!one.commitCharacters || item?.commitCharactersSupport === true, 'completion: commitCharacters'],
            [one.preselect === undefined || item?.preselectSupport === true, 'completion: preselect'],
            [!one.tags || item?.tagSupport !== undefined, 'completion: tags'],
            [!one.insertTextMode || item?.insertTextModeSupport !== undefined, 'completion: insertTextMode'],
            [!one.textEdit || 'range' in one.textEdit || item?.insertReplaceSupport === true, 'completion: insert'],
            [one.kind === undefined || one.kind <= 18 || hasKind(one.kind), `completion: kind ${one.kind}`],
            // Kate gives back nothing else.
            [one.data === undefined || typeof one.data === 'object', 'completion: data that is no object'],
          ]),
        ]),
      ];
    },
    actions: answer =>
      (answer ?? []).flatMap(action => {
        if (typeof action.command === 'string') return [];
        const one = action as CodeAction;
        return [
          ...edit(one.edit),
          ...diagnostics(one.diagnostics ?? []),
          ...faultsOf([
            [codeAction?.codeActionLiteralSupport !== undefined, 'action: a literal'],
            [one.isPreferred === undefined || codeAction?.isPreferredSupport === true, 'action: isPreferred'],
            [!one.disabled || codeAction?.disabledSupport === true, 'action: disabled'],
            [one.data === undefined || codeAction?.dataSupport === true, 'action: data'],
            [one.edit !== undefined || one.command !== undefined || one.data !== undefined, 'action: nothing to do'],
            [one.command === undefined, `action: a command that nobody has: ${one.command?.command}`],
          ]),
        ];
      }),
    inlayHints: answer =>
      (answer ?? []).flatMap(({ tooltip }) =>
        faultsOf([[typeof tooltip !== 'object' || tooltip.kind === 'plaintext', 'hint: Markdown was not offered']]),
      ),
  };

  function hasKind(kind: number): boolean {
    return completions?.completionItemKind?.valueSet?.some(each => each === kind) === true;
  }
}

function faultsOf(rules: readonly Rule[]): readonly string[] {
  return rules.flatMap(([holds, fault]) => (holds ? [] : [fault]));
}

/** Known to every client since 3.0, and what only our own ask for, which these did not. */
const ALLOWED: Readonly<Record<string, boolean>> = {
  'window/logMessage': true,
  'window/showMessage': true,
  [PORT_MAP_CHANGED]: false,
  [STATUS]: false,
};
