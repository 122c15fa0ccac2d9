import type { ExtensionContext } from 'vscode';
import type { PortItem } from './portItem.ts';

/** What was picked in the look-up, as it was shown there. */
export interface RecentPort {
  readonly port: number;
  readonly label: string;
  readonly description: string;
}

/** Newest first, in all workspaces. */
export function readRecent({ globalState }: ExtensionContext): readonly RecentPort[] {
  return globalState.get<readonly RecentPort[]>(RECENT, []);
}

export function remember(context: ExtensionContext, { port, label, description = '' }: PortItem): void {
  if (port === undefined) return;
  // By a bare number nobody remembers what it was.
  const known = readRecent(context).find(each => each.port === port && each.label !== `${port}`);
  const newest = label === `${port}` ? { port, label, description: '' } : { port, label, description };
  const others = readRecent(context).filter(each => each.port !== port);
  void context.globalState.update(RECENT, [known ?? newest, ...others].slice(0, MOST));
}

const RECENT = 'recentPorts';
const MOST = 5;
