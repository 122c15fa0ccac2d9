import { l10n, type QuickInputButton, QuickPickItemKind, window } from 'vscode';
import type { SearchMatch, SearchResult } from '../../server/protocol.ts';
import { portAtCursor } from '../ports/portAtCursor.ts';
import { portNumber } from '../ports/portNumber.ts';
import { type PortItem, USES, type Use } from './portItem.ts';
import type { RecentPort } from './recent.ts';

/** Before anything is typed: the port at the cursor unless it is what will be replaced, what was picked lately, and what can be typed. */
export function startItems(recent: readonly RecentPort[], uses: readonly Use[]): readonly PortItem[] {
  const buttons = buttonsOf(uses);
  const editor = uses.includes('insert') ? window.activeTextEditor : undefined;
  const here = editor && portAtCursor(editor)?.port;
  return [
    ...(here === undefined ? [] : [{ port: here, label: `${here}`, description: l10n.t('at the cursor'), buttons }]),
    ...(recent.length === 0 ? [] : [separator(l10n.t('recently picked'))]),
    ...recent.map(({ port, label, description }) => ({ port, label, description, buttons })),
    separator(l10n.t('what you can type')),
    { example: '8080', label: '8080', description: l10n.t('a number') },
    { example: 'postgres', label: 'postgres', description: l10n.t('software or a service, also misspelt') },
    { example: 'metrics', label: 'metrics', description: l10n.t('a purpose') },
  ];
}

/**
 * A number has a page whether or not anybody is known to use it. All items are shown always: the list's own filter would
 * drop what was found by a misspelt word or by what it is for.
 */
export function foundItems(text: string, answer: SearchResult | undefined, uses: readonly Use[]): readonly PortItem[] {
  const buttons = buttonsOf(uses);
  const typed = text.trim();
  const number = portNumber(typed);
  if (number === undefined && /^\d+$/.test(typed))
    return [told(l10n.t('{0} is no port', typed), l10n.t('Ports go from 0 to 65535'))];
  const own = number === undefined ? [] : [{ port: number, label: `${number}`, description: l10n.t('all about it') }];
  const found = [...own, ...(answer ?? []).map(itemOf)].map(item => ({ ...item, buttons, alwaysShow: true }));
  if (answer === undefined) return [...found, told(l10n.t('No answer from the server'), l10n.t('The log tells more'))];
  if (found.length > 0) return found;
  return [told(l10n.t('Nothing found for “{0}”', typed), l10n.t('Try a number, a program, or what it is for'))];
}

function itemOf({ port, ports, protocols, name, detail, isRegistration }: SearchMatch): PortItem {
  const purpose = isRegistration ? l10n.t('registered · {0}', detail) : detail;
  return { port, label: `${ports} ${name}`, description: protocols, detail: purpose };
}

function told(label: string, detail: string): PortItem {
  return { label, detail, alwaysShow: true };
}

function separator(label: string): PortItem {
  return { label, kind: QuickPickItemKind.Separator };
}

function buttonsOf(uses: readonly Use[]): QuickInputButton[] {
  return uses.map(use => USES[use]());
}
