import type { Connection } from 'vscode-languageserver';
import { type FolderSettings, folderSettings } from './folderSettings.ts';
import type { Folder } from './folders.ts';
import { isRecord } from './settings.ts';

/**
 * Asks the client for the `portolan` section of each folder. `given` is what it sent by itself, and holds where it has
 * nothing to say.
 */
export async function fetchSettings(
  connection: Connection,
  folders: readonly Folder[],
  given: unknown,
): Promise<FolderSettings> {
  const items = [...folders.map(({ uri }) => ({ scopeUri: uri, section: SECTION })), { section: SECTION }];
  const sections: readonly unknown[] = await connection.workspace.getConfiguration(items).catch(() => []);
  return folderSettings(
    folders,
    folders.map((_, index) => sections[index] ?? given),
    sections[folders.length] ?? given,
  );
}

/** The same for a client that cannot be asked. */
export function givenSettings(folders: readonly Folder[], given: unknown): FolderSettings {
  return folderSettings(
    folders,
    folders.map(() => given),
    given,
  );
}

/** Clients send all settings, with ours in a section, or ours alone. */
export function sectionOf(settings: unknown): unknown {
  return isRecord(settings) ? (settings[SECTION] ?? settings) : undefined;
}

export const SECTION = 'portolan';
