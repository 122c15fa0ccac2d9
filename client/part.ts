import type { Disposable, ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** What each part of the client builds on. */
export interface Part {
  readonly client: BaseLanguageClient;
  readonly context: ExtensionContext;
  /** False in the web: nobody can be asked what listens. */
  readonly hasMachine: boolean;
}

/** Begins a part of the client; it lasts until what it returns is disposed of. */
export type StartPart = (part: Part) => readonly Disposable[];
