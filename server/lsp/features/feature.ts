import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import type { Registry } from '../../../registry/registry.ts';
import type { Mark } from '../../core/analysis.ts';
import type { After } from '../after.ts';
import type { Client } from '../capabilities.ts';
import type { Showing } from '../diagnostics/diagnostic.ts';
import type { Model } from '../model.ts';
import type { FolderSettings } from '../settings/folderSettings.ts';
import type { Machine } from './machine.ts';

/** Something that clients ask for: how it is announced, and who answers. */
export interface Feature {
  /** What is announced to a client; nothing where it could not use it, and for requests that are our own. */
  capabilities?(client: Client): ServerCapabilities;
  /** Called once, before the client is ready to be asked anything. */
  serve(context: FeatureContext): void;
}

export interface FeatureContext extends Showing {
  readonly connection: Connection;
  readonly model: Model;
  readonly registry: Registry;
  readonly after: After;
  /** Undefined in a browser. */
  readonly machine: Machine | undefined;
  /** The workspace was read once, or could not be. */
  readonly scanned: Promise<void>;
  isScanned(): boolean;
  /** What the rules say of a file by now. May have to be found first, so ask for many files in pieces. */
  marks(path: string): readonly Mark[];
  /** Those of now. */
  settings(): FolderSettings;
  /** Settings were read anew. */
  onSettings(listener: () => void): void;
  /** Texts or settings have changed, and what changed together has settled. Never at every key. */
  onChanged(listener: () => void): void;
}
