import { type QuickPickItem, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { SEARCH, type SearchMatch, type SearchParams, type SearchResult } from '../../server/protocol.ts';
import { portNumber } from './portNumber.ts';

interface PortItem extends QuickPickItem {
  readonly port: number;
}

/** More than fits on the screen nobody reads. */
const MOST = 50;

/** Lets the user type a number, a service, software or a purpose, and pick; undefined where they leave. */
export async function pickPort(client: BaseLanguageClient): Promise<number | undefined> {
  const pick = window.createQuickPick<PortItem>();
  pick.placeholder = 'A port number, a service, software or a purpose';
  // The server has put the best first. Not yet in the API's types.
  Object.assign(pick, { sortByLabel: false });
  pick.onDidChangeValue(async text => {
    const params: SearchParams = { text, limit: MOST };
    pick.busy = true;
    const matches = text.trim() === '' ? [] : await client.sendRequest<SearchResult>(SEARCH, params);
    // A later key may have been answered already.
    if (pick.value !== text) return;
    pick.busy = false;
    pick.items = itemsOf(text, matches);
  });
  return await new Promise(resolve => {
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]?.port);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/**
 * A number has a page whether or not anybody is known to use it. All items are shown always: the list's own filter would
 * drop what was found by a misspelt word or by what it is for.
 */
function itemsOf(text: string, matches: SearchResult): readonly PortItem[] {
  const port = portNumber(text.trim());
  const own = port === undefined ? [] : [{ port, label: `${port}`, description: 'its page', alwaysShow: true }];
  return [...own, ...matches.map(itemOf)];
}

function itemOf({ port, ports, protocols, name, detail, isRegistration }: SearchMatch): PortItem {
  const kind = isRegistration ? 'registered · ' : '';
  return { port, label: `${ports} ${name}`, description: protocols, detail: `${kind}${detail}`, alwaysShow: true };
}
