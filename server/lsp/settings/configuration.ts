import type { Connection } from 'vscode-languageserver';
import type { Folder } from '../folders.ts';
import { isRecord } from './settings.ts';

/** The raw configuration of each folder, and what holds for files outside all of them. */
export interface Sections {
  readonly sections: readonly unknown[];
  readonly loose: unknown;
}

/**
 * Asks the client for the `portolan` section of each folder. `given` is what it sent by itself, and holds where it has
 * nothing to say.
 */
export async function fetchSections(
  connection: Connection,
  folders: readonly Folder[],
  given: unknown,
): Promise<Sections> {
  const items = [...folders.map(({ uri }) => ({ scopeUri: uri, section: SECTION })), { section: SECTION }];
  const sections: readonly unknown[] = await connection.workspace.getConfiguration(items).catch(() => []);
  return { sections: folders.map((_, index) => sections[index] ?? given), loose: sections[folders.length] ?? given };
}

/** The same for a client that cannot be asked. */
export function givenSections(folders: readonly Folder[], given: unknown): Sections {
  return { sections: folders.map(() => given), loose: given };
}

/** Clients send all settings, with ours in a section, or ours alone. */
export function sectionOf(settings: unknown): unknown {
  return isRecord(settings) ? (settings[SECTION] ?? settings) : undefined;
}

export const SECTION = 'portolan';
