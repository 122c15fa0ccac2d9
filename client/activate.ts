import { type ExtensionContext, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { type InitializationOptions, OPEN_PORT_PAGE } from '../server/protocol.ts';
import { serveFiles } from './files/serveFiles.ts';
import { noteHover } from './firstRun/noteHover.ts';
import { openProjectFile } from './firstRun/openProjectFile.ts';
import { openSample } from './firstRun/openSample.ts';
import { offerFreePorts } from './freePorts/offerFreePorts.ts';
import { toggleInlayHints } from './inlayHints/toggleInlayHints.ts';
import { showListening } from './listening/showListening.ts';
import { providePortPages } from './lookUp/portPages.ts';
import type { Part, StartPart } from './part.ts';
import { showPortMap } from './portMap/showPortMap.ts';
import { documentSelector } from './selector.ts';
import { showStatus } from './status/showStatus.ts';
import { withoutOutput } from './withoutOutput.ts';

const PARTS: readonly StartPart[] = [
  serveFiles,
  providePortPages,
  showPortMap,
  showListening,
  offerFreePorts,
  showStatus,
  toggleInlayHints,
  openProjectFile,
  openSample,
];

/**
 * What desktop and web share. They differ in how the server is started, and in the system it runs on. The end of the start
 * is for nobody to wait for: a request waits for it by itself, and whether it fails the status tells.
 */
export function activateWith(
  context: ExtensionContext,
  options: Pick<InitializationOptions, 'system' | 'registry'>,
  start: (options: LanguageClientOptions) => BaseLanguageClient,
): void {
  const client = start(clientOptions(options));
  const part: Part = { client, context, hasMachine: options.system !== undefined };
  context.subscriptions.push(client, ...PARTS.flatMap(start => start(part)));
  // After the activation: other extensions, which wait for their turn, go before.
  setTimeout(() => client.start().catch(() => undefined));
}

function clientOptions(options: Pick<InitializationOptions, 'system' | 'registry'>): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    ...options,
    commandLinks: true,
    status: true,
    clientFiles:
      options.system === undefined || (workspace.workspaceFolders ?? []).some(({ uri }) => uri.scheme !== 'file'),
  };
  return {
    documentSelector,
    middleware: { ...withoutOutput, provideHover: noteHover() },
    initializationOptions,
    // Hovers quote text from files: of all commands only this one may be linked, and HTML stays text.
    markdown: { isTrusted: { enabledCommands: [OPEN_PORT_PAGE] }, supportHtml: false },
    // Many extensions open documents that nobody looks at.
    textSynchronization: { delayOpenNotifications: true },
  };
}
