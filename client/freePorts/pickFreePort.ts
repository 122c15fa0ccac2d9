import { l10n, type QuickPickItem, QuickPickItemKind, ThemeIcon } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FREE_PORTS, type FreePortsParams, type FreePortsResult } from '../../server/protocol.ts';
import { copyPort } from '../ports/copyPort.ts';
import { portNumber } from '../ports/portNumber.ts';
import { createPick } from '../views/createPick.ts';
import { reasonOf } from '../views/reasonOf.ts';

interface PortItem extends QuickPickItem {
  readonly port?: number;
}

const COUNT = 10;

/** In milliseconds: a number is typed faster than this. */
const PAUSE = 150;

/** Lets the user pick a free port near `near`, or near a number that they type; undefined where they leave or copy it. */
export async function pickFreePort(
  client: BaseLanguageClient,
  near: number | undefined,
  { canPut }: { readonly canPut: boolean },
): Promise<number | undefined> {
  const pick = createPick<PortItem>();
  pick.title = titleOf(near, canPut);
  pick.placeholder = l10n.t('Type a number to look near it');
  let asked = 0;
  const look = async (above: number | undefined, pause: number): Promise<void> => {
    const turn = ++asked;
    pick.busy = true;
    await new Promise(resolve => setTimeout(resolve, pause));
    if (turn !== asked) return;
    const params: FreePortsParams = { count: COUNT, ...(above !== undefined && { near: above }) };
    const items = await client.sendRequest<FreePortsResult>(FREE_PORTS, params).then(itemsOf, sayWhyNot);
    if (turn !== asked) return;
    pick.busy = false;
    pick.items = items;
  };
  let looked = look(near, 0);
  pick.onDidChangeValue(text => {
    looked = look(portNumber(text.trim()) ?? near, PAUSE);
  });
  pick.onDidTriggerItemButton(async ({ item: { port } }) => {
    if (port !== undefined) await copyPort(port);
    pick.hide();
  });
  return await new Promise(resolve => {
    pick.onDidAccept(async () => {
      // Whoever types fast means what they typed, not what is shown still.
      await looked;
      resolve(pick.activeItems[0]?.port ?? pick.items.find(({ port }) => port !== undefined)?.port);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function titleOf(near: number | undefined, canPut: boolean): string {
  if (!canPut) return l10n.t('Copy a Free Port');
  return near === undefined ? l10n.t('Insert a Free Port') : l10n.t('Replace {0} by a Free Port', near);
}

/** All items are shown always: what is typed is no filter. */
function itemsOf({ ports, checked }: FreePortsResult): readonly PortItem[] {
  if (ports.length === 0) return [{ label: l10n.t('No free port was found there'), alwaysShow: true }];
  const listened = checked.length > 0 ? checked : [l10n.t('who listens now cannot be seen here')];
  const why = [l10n.t('not in the workspace or its plan'), l10n.t('not well known'), ...listened];
  const buttons = [{ iconPath: new ThemeIcon('copy'), tooltip: l10n.t('Copy') }];
  return [
    { label: why.join(' · '), kind: QuickPickItemKind.Separator },
    ...ports.map(port => ({ port, label: `${port}`, buttons, alwaysShow: true })),
  ];
}

function sayWhyNot(error: unknown): readonly PortItem[] {
  return [{ label: l10n.t('Free ports cannot be told'), detail: reasonOf(error), alwaysShow: true }];
}
