import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';

/** What an editor says in `initialize`, as far as it matters here. */
export interface EditorClient {
  readonly capabilities: ClientCapabilities;
  /** It tells its root in the old way, too or only. */
  readonly params: (folder: string) => Partial<InitializeParams>;
}

const bothWays: EditorClient['params'] = folder => ({
  rootUri: folder,
  workspaceFolders: [{ uri: folder, name: folder }],
});
const KINDS = ['', 'quickfix', 'refactor', 'refactor.extract', 'refactor.inline', 'refactor.rewrite', 'source'];

export const EDITOR_CLIENTS: Readonly<Record<string, EditorClient>> = {
  // As recorded from Debian's package: it makes files, but takes no `documentChanges`.
  'Neovim 0.7': {
    params: bothWays,
    capabilities: {
      window: { workDoneProgress: true, showDocument: { support: false } },
      workspace: {
        applyEdit: true,
        workspaceFolders: true,
        workspaceEdit: { resourceOperations: ['rename', 'create', 'delete'] },
      },
      textDocument: {
        hover: { contentFormat: ['markdown', 'plaintext'] },
        completion: {
          completionItem: { snippetSupport: false, documentationFormat: ['markdown', 'plaintext'] },
          completionItemKind: { valueSet: [1, 2, 3, 12, 13, 18, 21] },
        },
        rename: { prepareSupport: true },
        codeAction: {
          dataSupport: true,
          codeActionLiteralSupport: { codeActionKind: { valueSet: KINDS } },
          resolveSupport: { properties: ['edit'] },
        },
        publishDiagnostics: { tagSupport: { valueSet: [1, 2] }, relatedInformation: true },
      },
    },
  },
  // As recorded from Debian's packages, without markdown-mode.
  'Emacs 28 with eglot 1.9': {
    params: bothWays,
    capabilities: {
      workspace: {
        applyEdit: true,
        configuration: true,
        workspaceFolders: true,
        workspaceEdit: { documentChanges: true },
        didChangeWatchedFiles: { dynamicRegistration: true },
      },
      textDocument: {
        hover: { contentFormat: ['plaintext'] },
        completion: {
          contextSupport: true,
          completionItem: { deprecatedSupport: true, tagSupport: { valueSet: [1] } },
        },
        rename: { dynamicRegistration: false },
        codeAction: {
          codeActionLiteralSupport: { codeActionKind: { valueSet: KINDS.slice(1) } },
          isPreferredSupport: true,
        },
        publishDiagnostics: { relatedInformation: false, codeDescriptionSupport: false },
      },
    },
  },
  // https://github.com/helix-editor/helix/blob/master/helix-lsp/src/client.rs
  Helix: {
    params: bothWays,
    capabilities: {
      general: { positionEncodings: ['utf-8', 'utf-32', 'utf-16'] },
      window: { workDoneProgress: true },
      workspace: {
        applyEdit: true,
        configuration: true,
        workspaceFolders: true,
        didChangeConfiguration: { dynamicRegistration: false },
        didChangeWatchedFiles: { dynamicRegistration: true },
        fileOperations: { willRename: true, didRename: true },
        inlayHint: { refreshSupport: false },
        workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
      },
      textDocument: {
        hover: { contentFormat: ['markdown'] },
        completion: {
          completionItem: {
            snippetSupport: true,
            resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] },
            insertReplaceSupport: true,
          },
        },
        rename: { prepareSupport: true, honorsChangeAnnotations: false },
        codeAction: {
          codeActionLiteralSupport: { codeActionKind: { valueSet: KINDS } },
          isPreferredSupport: true,
          disabledSupport: true,
          dataSupport: true,
          resolveSupport: { properties: ['edit', 'command'] },
        },
        publishDiagnostics: { versionSupport: true },
        inlayHint: { dynamicRegistration: false },
      },
    },
  },
  // It knows folders only where the user's configuration has some.
  // https://invent.kde.org/utilities/kate/-/blob/master/addons/lspclient/lspclientserver.cpp
  Kate: {
    params: folder => ({ rootUri: folder }),
    capabilities: {
      window: { workDoneProgress: true },
      textDocument: {
        hover: { contentFormat: ['markdown', 'plaintext'] },
        completion: {
          completionItem: {
            snippetSupport: true,
            resolveSupport: { properties: ['additionalTextEdits', 'documentation'] },
          },
        },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } } },
        publishDiagnostics: { relatedInformation: true },
        inlayHint: { dynamicRegistration: false },
      },
    },
  },
  // https://github.com/sublimelsp/LSP/blob/main/plugin/core/sessions.py
  'Sublime Text with LSP': {
    params: bothWays,
    capabilities: {
      window: { workDoneProgress: true, showDocument: { support: true } },
      workspace: {
        applyEdit: true,
        configuration: true,
        workspaceFolders: true,
        didChangeConfiguration: { dynamicRegistration: true },
        inlayHint: { refreshSupport: true },
        workspaceEdit: { documentChanges: true, failureHandling: 'abort' },
      },
      textDocument: {
        hover: { contentFormat: ['markdown', 'plaintext'] },
        completion: {
          completionItem: {
            snippetSupport: true,
            documentationFormat: ['markdown', 'plaintext'],
            insertReplaceSupport: true,
            labelDetailsSupport: true,
          },
        },
        rename: { dynamicRegistration: true, prepareSupport: true },
        codeAction: {
          codeActionLiteralSupport: { codeActionKind: { valueSet: KINDS.slice(1) } },
          dataSupport: true,
          disabledSupport: true,
          resolveSupport: { properties: ['edit'] },
        },
        publishDiagnostics: {
          relatedInformation: true,
          versionSupport: true,
          codeDescriptionSupport: true,
          dataSupport: true,
        },
        inlayHint: { dynamicRegistration: true, resolveSupport: { properties: ['textEdits', 'label.command'] } },
      },
    },
  },
  // https://github.com/zed-industries/zed/blob/main/crates/lsp/src/lsp.rs
  Zed: {
    params: folder => ({ workspaceFolders: [{ uri: folder, name: '' }] }),
    capabilities: {
      general: { positionEncodings: ['utf-16'] },
      window: { workDoneProgress: true },
      workspace: {
        configuration: true,
        workspaceFolders: true,
        applyEdit: true,
        didChangeConfiguration: { dynamicRegistration: true },
        didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
        inlayHint: { refreshSupport: true },
        diagnostics: {},
        workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
      },
      textDocument: {
        hover: { contentFormat: ['markdown'] },
        completion: {
          contextSupport: true,
          completionItem: { snippetSupport: true, insertReplaceSupport: true, labelDetailsSupport: true },
          completionList: { itemDefaults: ['commitCharacters', 'editRange', 'insertTextMode', 'data'] },
        },
        rename: { prepareSupport: true },
        codeAction: {
          codeActionLiteralSupport: { codeActionKind: { valueSet: KINDS.slice(1) } },
          dataSupport: true,
          resolveSupport: { properties: ['kind', 'diagnostics', 'isPreferred', 'disabled', 'edit', 'command'] },
        },
        publishDiagnostics: { relatedInformation: true },
        diagnostic: { dynamicRegistration: false, relatedDocumentSupport: true },
        inlayHint: { dynamicRegistration: false, resolveSupport: { properties: ['tooltip'] } },
      },
    },
  },
  // https://github.com/redhat-developer/lsp4ij/blob/main/src/main/java/com/redhat/devtools/lsp4ij/internal/capabilities/ClientCapabilitiesFactory.java
  'JetBrains with LSP4IJ': {
    params: bothWays,
    capabilities: {
      general: { positionEncodings: ['utf-16'] },
      window: { workDoneProgress: true, showDocument: { support: true } },
      workspace: {
        applyEdit: true,
        configuration: true,
        workspaceFolders: true,
        didChangeConfiguration: { dynamicRegistration: true },
        didChangeWatchedFiles: { dynamicRegistration: true },
        fileOperations: { dynamicRegistration: true, didCreate: true, didDelete: true, didRename: true },
        inlayHint: { refreshSupport: true },
        diagnostics: { refreshSupport: true },
        workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'delete', 'rename'] },
      },
      textDocument: {
        hover: { contentFormat: ['markdown', 'plaintext'] },
        completion: {
          completionItem: {
            snippetSupport: true,
            documentationFormat: ['markdown', 'plaintext'],
            insertTextModeSupport: { valueSet: [1, 2] },
            labelDetailsSupport: true,
            deprecatedSupport: true,
          },
          completionList: { itemDefaults: ['editRange'] },
        },
        rename: { dynamicRegistration: true, prepareSupport: true },
        codeAction: {
          dynamicRegistration: true,
          codeActionLiteralSupport: { codeActionKind: { valueSet: KINDS.slice(1) } },
          dataSupport: true,
          resolveSupport: { properties: ['edit'] },
        },
        publishDiagnostics: { dataSupport: true, codeDescriptionSupport: true, relatedInformation: true },
        diagnostic: { dynamicRegistration: true, relatedDocumentSupport: true },
        inlayHint: { dynamicRegistration: true },
      },
    },
  },
};
