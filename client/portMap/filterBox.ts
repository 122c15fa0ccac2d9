import { type Disposable, l10n, window } from 'vscode';

/** In milliseconds: shorter than this people pause only within a word. */
const PAUSE = 150;

/**
 * Narrows the map as one types. What was typed last stays, however the box is left: a click into the map leaves it, too.
 * The button in the view's title takes it back.
 */
export function openFilterBox(now: string, onFilter: (filter: string) => void): Disposable {
  const box = window.createInputBox();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    clearTimeout(timer);
    onFilter(box.value.trim());
  };
  box.title = l10n.t('Filter the Port Map');
  box.placeholder = l10n.t('Words of a port, service, file or use; @conflict, @problem');
  box.value = now;
  box.onDidChangeValue(() => {
    clearTimeout(timer);
    timer = setTimeout(settle, PAUSE);
  });
  box.onDidAccept(() => box.hide());
  box.onDidHide(() => {
    settle();
    box.dispose();
  });
  box.show();
  return box;
}
