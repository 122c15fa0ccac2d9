import { type Command, l10n } from 'vscode';
import type { StatusParams } from '../../server/protocol.ts';

export type Mood = 'starting' | 'reading' | 'partial' | 'ready' | 'down';

export interface StatusText {
  readonly label: string;
  /** What it means, or what a click does. */
  readonly detail: string;
  readonly command: Command;
}

export function moodOf(status: StatusParams | undefined, isDown: boolean): Mood {
  if (isDown) return 'down';
  if (!status) return 'starting';
  if (status.state === 'reading') return 'reading';
  return status.isPartial ? 'partial' : 'ready';
}

export function textOf(mood: Mood, status: StatusParams | undefined, problems: number): StatusText {
  const files = status?.files ?? 0;
  switch (mood) {
    case 'starting':
      return { label: l10n.t('starting'), detail: l10n.t('The server is being started'), command: showLog() };
    case 'reading':
      return {
        label: files === 0 ? l10n.t('reading the workspace') : l10n.t('reading, {0} files so far', files),
        detail: l10n.t('What is being read is in hovers and problems at once'),
        command: { command: 'portolan.stopReading', title: l10n.t('Stop Reading') },
      };
    case 'partial':
      return {
        label: l10n.t('not all files read'),
        detail: l10n.t('Reading was stopped: {0}. The rest is unknown', counts(files, problems)),
        command: { command: 'portolan.readOn', title: l10n.t('Read the Rest') },
      };
    case 'ready':
      return {
        label: counts(files, problems),
        detail: 'Portolan',
        command: { command: 'portolan.showPortMap', title: l10n.t('Show the Port Map') },
      };
    case 'down':
      return { label: l10n.t('the server has stopped'), detail: l10n.t('The log tells why'), command: showLog() };
  }
}

/** How many ports there are the port map says: one that is mapped to another is one there, and two in the files. */
function counts(files: number, problems: number): string {
  const where = files === 1 ? l10n.t('ports in 1 file') : l10n.t('ports in {0} files', files);
  const wrong = problems === 1 ? l10n.t('1 problem') : l10n.t('{0} problems', problems);
  if (files === 0) return l10n.t('no ports found');
  return problems === 0 ? where : `${where}, ${wrong}`;
}

function showLog(): Command {
  return { command: 'portolan.showLog', title: l10n.t('Show the Log') };
}
