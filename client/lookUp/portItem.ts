import { l10n, type QuickInputButton, type QuickPickItem, ThemeIcon } from 'vscode';

/** A row of the look-up: a port, something to type, or a word to whoever reads. */
export interface PortItem extends QuickPickItem {
  readonly port?: number;
  /** Typed for the user when they pick it. */
  readonly example?: string;
}

/** What can be done with a port that was found. */
export type Use = 'open' | 'insert' | 'copy';

export const USES: Readonly<Record<Use, () => QuickInputButton & { readonly tooltip: string }>> = {
  open: () => ({ iconPath: new ThemeIcon('book'), tooltip: l10n.t('Open Its Page (Alt+Enter)') }),
  insert: () => ({ iconPath: new ThemeIcon('insert'), tooltip: l10n.t('Insert (Ctrl+Enter)') }),
  copy: () => ({ iconPath: new ThemeIcon('copy'), tooltip: l10n.t('Copy (Ctrl+Shift+C)') }),
};
