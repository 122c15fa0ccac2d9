import type { CautionSystem } from '../../../registry/entry.ts';

/** As their makers write them. */
export const SYSTEM_NAMES: Readonly<Record<CautionSystem, string>> = {
  linux: 'Linux',
  windows: 'Windows',
  macos: 'macOS',
  freebsd: 'FreeBSD',
};
