import type { Socket } from '../../lsp/features/machine.ts';

/** The note on sockets whose process the system does not tell. */
export function hiddenProcesses(sockets: readonly Socket[]): readonly string[] {
  const hidden = sockets.filter(({ process }) => process === undefined).length;
  if (hidden === 0) return [];
  return [
    hidden === 1
      ? 'The process of one socket is not shown, as it belongs to another user or to the system'
      : `The processes of ${hidden} sockets are not shown, as they belong to other users or to the system`,
  ];
}
