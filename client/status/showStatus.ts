import {
  commands,
  type Disposable,
  LanguageStatusSeverity,
  l10n,
  languages,
  StatusBarAlignment,
  ThemeColor,
  window,
} from 'vscode';
import { State } from 'vscode-languageclient';
import { STATUS, type StatusParams } from '../../server/protocol.ts';
import type { Part } from '../part.ts';
import { countProblems } from './countProblems.ts';
import { statusCommands } from './statusCommands.ts';
import { type Mood, moodOf, type StatusText, textOf } from './statusText.ts';

/**
 * What the server is at: always in the language status of every editor, and in the status bar while there is something to
 * wait for or to be done about.
 */
export function showStatus(part: Part): Disposable[] {
  const { client } = part;
  const language = languages.createLanguageStatusItem('portolan.status', { pattern: '**/*' });
  language.name = l10n.t('Ports');
  const bar = window.createStatusBarItem('portolan.status', StatusBarAlignment.Left);
  bar.name = l10n.t('Ports: Reading');
  const problems = countProblems(() => show());
  let status: StatusParams | undefined;
  let isDown = false;
  let later: ReturnType<typeof setTimeout> | undefined;

  const show = (): void => {
    const mood = moodOf(status, isDown);
    const text = textOf(mood, status, problems.count());
    language.text = text.label;
    language.detail = text.detail;
    language.busy = mood === 'starting' || mood === 'reading';
    language.severity = mood === 'down' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    language.command = text.command;
    showBar(mood, text);
    void commands.executeCommand('setContext', 'portolan.isReading', mood === 'reading');
    void commands.executeCommand('setContext', 'portolan.isPartial', mood === 'partial');
  };
  const showBar = (mood: Mood, text: StatusText): void => {
    bar.text = `${ICONS[mood]} ${l10n.t('Ports: {0}', text.label)}`;
    // A click may stop something, so it is announced.
    const click = l10n.t('Click: {0}', text.command.title);
    bar.tooltip = `${text.detail}\n${click}`;
    bar.command = text.command;
    bar.accessibilityInformation = {
      label: `${l10n.t('Ports: {0}', text.label)}, ${text.detail}. ${click}`,
      role: 'button',
    };
    bar.backgroundColor = mood === 'down' ? new ThemeColor('statusBarItem.errorBackground') : undefined;
    clearTimeout(later);
    later = undefined;
    if (mood === 'down' || mood === 'partial') bar.show();
    else if (mood === 'ready') bar.hide();
    // What is over soon needs no word.
    else later = setTimeout(() => bar.show(), UNTIL_SHOWN);
  };
  show();
  return [
    language,
    bar,
    problems,
    { dispose: () => clearTimeout(later) },
    client.onNotification(STATUS, (sent: StatusParams) => {
      status = sent;
      show();
    }),
    client.onDidChangeState(({ newState }) => {
      isDown = newState === State.Stopped || newState === State.StartFailed;
      if (newState !== State.Running) status = undefined;
      show();
    }),
    ...statusCommands(part),
  ];
}

const ICONS: Readonly<Record<Mood, string>> = {
  starting: '$(loading~spin)',
  reading: '$(loading~spin)',
  partial: '$(debug-pause)',
  ready: '$(check)',
  down: '$(error)',
};

/** In milliseconds. */
const UNTIL_SHOWN = 1000;
