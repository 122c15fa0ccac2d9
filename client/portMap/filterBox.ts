import { type Disposable, l10n, type QuickPickItem, QuickPickItemKind } from 'vscode';
import { createPick } from '../views/createPick.ts';
import type { PortMapTree } from './portMapTree.ts';

/** In milliseconds: shorter than this people pause only within a word. */
const PAUSE = 150;

interface FilterItem extends QuickPickItem {
  /** What it puts in place of the last word. */
  readonly word?: string;
}

/**
 * Narrows the map as one types. What was typed last stays, however the box is left, as a click into the map leaves it, too:
 * Escape in the map, or the button in its title, takes it back.
 */
export function openFilterBox(tree: PortMapTree, onFilter: (filter: string) => void, onAccept: () => void): Disposable {
  const box = createPick<FilterItem>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let count = '';
  const settle = (): void => {
    clearTimeout(timer);
    onFilter(meant(box.value));
  };
  const show = (): void => {
    const active = box.activeItems[0]?.word;
    box.items = itemsFor(box.value, count);
    box.activeItems = box.items.filter(({ word }) => active !== undefined && word === active);
  };
  const answers = tree.onDidAnswer(answer => {
    if (answer instanceof Error) return;
    count = l10n.t('{0} of {1} ports', answer.shown, answer.all);
    show();
  });
  box.title = l10n.t('Filter the Port Map');
  box.placeholder = l10n.t('Words of a port, service, file or use');
  box.value = tree.wanted.filter;
  box.onDidChangeValue(() => {
    clearTimeout(timer);
    timer = setTimeout(settle, PAUSE);
    show();
  });
  box.onDidAccept(() => {
    const word = box.activeItems[0]?.word;
    if (word !== undefined) box.value = box.value.replace(/\S*$/, word);
    // What is to follow a colon, or a mark, is still to be typed.
    if (word !== undefined && !/\w$/.test(word)) return show();
    box.hide();
    onAccept();
  });
  box.onDidHide(() => {
    settle();
    answers.dispose();
    box.dispose();
  });
  show();
  box.show();
  return box;
}

/** All items are shown always: the list's own filter goes by labels, and these are picked already. */
function itemsFor(text: string, count: string): readonly FilterItem[] {
  const last = lastWord(text);
  const words = hints()
    .filter(({ word }) => word.startsWith(last) && word !== last)
    .map(item => ({ ...item, label: item.word, alwaysShow: true }));
  if (isHalf(last)) return words;
  const typed = text.trim();
  const whole = { label: typed === '' ? l10n.t('Everything') : typed, description: count, alwaysShow: true };
  return [whole, { label: l10n.t('only'), kind: QuickPickItemKind.Separator }, ...words];
}

/** A kind that is typed half would hide everything. */
function meant(text: string): string {
  const last = lastWord(text);
  return (isHalf(last) ? text.slice(0, -last.length) : text).trim();
}

function isHalf(word: string): boolean {
  const whole = hints().map(({ word }) => word);
  return word.startsWith('@') && !whole.includes(word) && whole.some(each => each.startsWith(word));
}

function lastWord(text: string): string {
  return /\S*$/.exec(text)?.[0] ?? '';
}

/** What the server knows beside plain words. */
function hints(): readonly { readonly word: string; readonly description: string }[] {
  return [
    { word: '@conflict', description: l10n.t('ports that two want') },
    { word: '@problem', description: l10n.t('ports with an error, a warning or a note') },
    { word: '@host', description: l10n.t('ports that somebody takes on a machine') },
    { word: '@planned', description: l10n.t('ports of the plan that nobody takes yet') },
    { word: '@inside', description: l10n.t('ports within containers and pods') },
    { word: '@dialled', description: l10n.t('ports that are only connected to') },
    { word: ':', description: l10n.t('exactly this number, as in :80') },
    { word: 'service:', description: l10n.t('of this service') },
    { word: 'file:', description: l10n.t('in files with this in their path') },
    { word: 'use:', description: l10n.t('of this software') },
    { word: '!', description: l10n.t('all but what the word fits') },
  ];
}
