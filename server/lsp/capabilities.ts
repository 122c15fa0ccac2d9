import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol.ts';
import { chooseEncoding, type Encoding } from './convert.ts';
import { isRecord } from './settings/settings.ts';

/** What the client can do, as far as the server asks. Absent means no. */
export interface Client {
  readonly encoding: Encoding;
  readonly pull: boolean;
  readonly refresh: boolean;
  readonly workspaceFolders: boolean;
  readonly configuration: boolean;
  readonly watch: boolean;
  readonly configurationEvents: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticData: boolean;
  readonly diagnosticVersion: boolean;
  readonly codeActionLiterals: boolean;
  readonly preferredActions: boolean;
  readonly documentChanges: boolean;
  /** An edit may say what it is about, and wait for somebody to confirm it. */
  readonly changeAnnotations: boolean;
  /** `textDocument/prepareRename` */
  readonly prepareRename: boolean;
  /** An edit may make a file. */
  readonly fileCreation: boolean;
  readonly completion: boolean;
  /** An item of a completion has a place for more than its label. */
  readonly completionLabels: boolean;
  readonly completionMarkdown: boolean;
  readonly inlayHints: boolean;
  /** Hints may be announced when somebody switches them on. */
  readonly inlayHintRegistration: boolean;
  readonly inlayHintRefresh: boolean;
  /** A tooltip may be sent when somebody looks at its hint. */
  readonly inlayHintTooltips: boolean;
  readonly markup: 'markdown' | 'plaintext';
  /** It says which markup it takes in hovers; else it knows the older form alone. */
  readonly markupContent: boolean;
  readonly options: InitializationOptions;
}

export function clientOf({ capabilities, initializationOptions }: InitializeParams): Client {
  const { workspace, textDocument, general } = capabilities;
  const diagnostics = [textDocument?.publishDiagnostics, textDocument?.diagnostic];
  return {
    encoding: chooseEncoding(general?.positionEncodings),
    pull: textDocument?.diagnostic !== undefined,
    refresh: workspace?.diagnostics?.refreshSupport === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    configuration: workspace?.configuration === true,
    watch: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    configurationEvents: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    relatedInformation: diagnostics.some(each => each?.relatedInformation === true),
    codeDescription: diagnostics.some(each => each?.codeDescriptionSupport === true),
    diagnosticData: diagnostics.some(each => each?.dataSupport === true),
    diagnosticVersion: textDocument?.publishDiagnostics?.versionSupport === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    preferredActions: textDocument?.codeAction?.isPreferredSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    fileCreation: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    completion: textDocument?.completion !== undefined,
    completionLabels: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    completionMarkdown: textDocument?.completion?.completionItem?.documentationFormat?.[0] === 'markdown',
    inlayHints: textDocument?.inlayHint !== undefined,
    inlayHintRegistration: textDocument?.inlayHint?.dynamicRegistration === true,
    inlayHintRefresh: workspace?.inlayHint?.refreshSupport === true,
    inlayHintTooltips: textDocument?.inlayHint?.resolveSupport?.properties?.includes('tooltip') === true,
    markup: markupOf(capabilities),
    markupContent: (textDocument?.hover?.contentFormat ?? []).length > 0,
    options: optionsOf(initializationOptions),
  };
}

/** In the order of the client's preference; a client that says nothing may show Markdown's signs as they are. */
function markupOf({ textDocument }: ClientCapabilities): Client['markup'] {
  return textDocument?.hover?.contentFormat?.[0] === 'markdown' ? 'markdown' : 'plaintext';
}

function optionsOf(given: unknown): InitializationOptions {
  if (!isRecord(given)) return {};
  const system = (['linux', 'macos', 'windows'] as const).find(name => name === given.system);
  return {
    ...(system && { system }),
    commandLinks: given.commandLinks === true,
    clientFiles: given.clientFiles === true,
    status: given.status === true,
    ...(typeof given.registry === 'string' && { registry: given.registry }),
  };
}
