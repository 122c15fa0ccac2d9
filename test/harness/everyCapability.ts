import type { ClientCapabilities } from 'vscode-languageserver';

/** A client that can do everything that has to do with this server. */
export const EVERY_CAPABILITY: ClientCapabilities = {
  general: {
    positionEncodings: ['utf-8', 'utf-16', 'utf-32'],
    staleRequestSupport: { cancel: true, retryOnContentModified: [] },
  },
  window: { workDoneProgress: true, showDocument: { support: true }, showMessage: {} },
  workspace: {
    applyEdit: true,
    workspaceFolders: true,
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    executeCommand: { dynamicRegistration: true },
    fileOperations: { didCreate: true, didRename: true, didDelete: true },
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create', 'rename', 'delete'],
      failureHandling: 'textOnlyTransactional',
      normalizesLineEndings: true,
      changeAnnotationSupport: { groupsOnLabel: true },
    },
  },
  textDocument: {
    synchronization: { dynamicRegistration: true, willSave: true, willSaveWaitUntil: true, didSave: true },
    hover: { dynamicRegistration: true, contentFormat: ['markdown', 'plaintext'] },
    completion: {
      dynamicRegistration: true,
      contextSupport: true,
      insertTextMode: 2,
      completionItemKind: { valueSet: [1, 2, 3, 12, 13, 18, 21] },
      completionItem: {
        snippetSupport: true,
        commitCharactersSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        deprecatedSupport: true,
        preselectSupport: true,
        tagSupport: { valueSet: [1] },
        insertReplaceSupport: true,
        resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] },
        insertTextModeSupport: { valueSet: [1, 2] },
        labelDetailsSupport: true,
      },
      completionList: { itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'insertTextMode', 'data'] },
    },
    references: { dynamicRegistration: true },
    documentHighlight: { dynamicRegistration: true },
    rename: {
      dynamicRegistration: true,
      prepareSupport: true,
      prepareSupportDefaultBehavior: 1,
      honorsChangeAnnotations: true,
    },
    inlayHint: { dynamicRegistration: true, resolveSupport: { properties: ['tooltip', 'label.tooltip'] } },
    codeAction: {
      dynamicRegistration: true,
      codeActionLiteralSupport: {
        codeActionKind: { valueSet: ['', 'quickfix', 'refactor', 'refactor.rewrite', 'source'] },
      },
      isPreferredSupport: true,
      disabledSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      honorsChangeAnnotations: true,
    },
    publishDiagnostics: {
      relatedInformation: true,
      tagSupport: { valueSet: [1, 2] },
      versionSupport: true,
      codeDescriptionSupport: true,
      dataSupport: true,
    },
    diagnostic: { dynamicRegistration: true, relatedDocumentSupport: true, relatedInformation: true },
  },
};

/** The same with one part missing, for each part: `textDocument.hover`, `textDocument.hover.contentFormat`, … */
export function withoutEach(
  whole: object = EVERY_CAPABILITY,
  above = '',
): readonly (readonly [missing: string, capabilities: ClientCapabilities])[] {
  return Object.entries(whole).flatMap(([name, part]) => {
    const path = `${above}${name}`;
    const { [name]: _, ...rest } = whole as Record<string, unknown>;
    const inner =
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? withoutEach(part, `${path}.`).map(([missing, less]) => [missing, { ...whole, [name]: less }] as const)
        : [];
    return [[path, rest], ...inner];
  });
}
