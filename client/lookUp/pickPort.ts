import { CancellationTokenSource, commands, type Disposable, type Event, l10n } from 'vscode';
import { SEARCH, type SearchParams, type SearchResult } from '../../server/protocol.ts';
import type { Part } from '../part.ts';
import { createPick } from '../views/createPick.ts';
import { type PortItem, USES, type Use } from './portItem.ts';
import { foundItems, startItems } from './portItems.ts';
import { readRecent, remember } from './recent.ts';

export interface Picked {
  readonly port: number;
  readonly use: Use;
}

/** More than fits on the screen nobody reads. */
const MOST = 50;

/** The keys of an item's buttons work while this holds. */
const LOOKING_UP = 'portolan.lookingUp';

/**
 * Lets the user type a number, a service, software or a purpose, and pick; undefined where they leave. Enter means the
 * first of `uses`, the buttons and their keys mean the others.
 */
export async function pickPort(
  { client, context }: Part,
  uses: readonly Use[],
  title: string,
  onKey: Event<Use>,
): Promise<Picked | undefined> {
  const pick = createPick<PortItem>();
  pick.title = title;
  pick.placeholder = l10n.t('A port number, a service, software or a purpose');
  const [first, ...others] = uses;
  const start = startItems(readRecent(context), others);
  pick.items = start;
  let asking: CancellationTokenSource | undefined;
  let answered = Promise.resolve();
  const look = async (text: string): Promise<void> => {
    asking?.cancel();
    if (text.trim() === '') {
      pick.busy = false;
      pick.items = start;
      return;
    }
    const mine = new CancellationTokenSource();
    asking = mine;
    pick.busy = true;
    const params: SearchParams = { text, limit: MOST };
    const answer = await client.sendRequest<SearchResult>(SEARCH, params, mine.token).catch(() => undefined);
    // A later key has called this one off.
    if (mine.token.isCancellationRequested) return;
    pick.busy = false;
    pick.items = foundItems(text, answer, others);
  };
  void commands.executeCommand('setContext', LOOKING_UP, true);
  return await new Promise(resolve => {
    const choose = (item: PortItem | undefined, use: Use | undefined): void => {
      if (item?.example !== undefined) {
        pick.value = item.example;
        answered = look(pick.value);
      } else if (item?.port !== undefined && use !== undefined) {
        remember(context, item);
        resolve({ port: item.port, use });
        pick.hide();
      }
    };
    const listening: Disposable[] = [
      pick,
      pick.onDidChangeValue(text => {
        answered = look(text);
      }),
      // Whoever types fast means what they typed, not what is shown still.
      pick.onDidAccept(async () => {
        const waiting = pick.busy;
        await answered;
        choose((waiting ? undefined : pick.activeItems[0]) ?? pick.items.find(({ port }) => port !== undefined), first);
      }),
      pick.onDidTriggerItemButton(({ item, button }) =>
        choose(
          item,
          others.find(use => button.tooltip === USES[use]().tooltip),
        ),
      ),
      onKey(use => choose(pick.activeItems[0], use)),
      pick.onDidHide(() => {
        resolve(undefined);
        asking?.cancel();
        void commands.executeCommand('setContext', LOOKING_UP, false);
        for (const each of listening) each.dispose();
      }),
    ];
    pick.show();
  });
}
