import type { ExtensionContext } from 'vscode';

/** One bundle for desktop and web: what both use is there once, and each loads its own kind of client. */
export async function activate(context: ExtensionContext): Promise<void> {
  const host = await ('importScripts' in globalThis ? import('./browser.ts') : import('./node.ts'));
  await host.activate(context);
}
