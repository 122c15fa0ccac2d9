import { commands, env } from 'vscode';
import { eventually } from './eventually.ts';

/** What is copied from a row of a view: views tell tests nothing else. `keys` move there from the first row. */
export async function copiedRow(view: string, ...keys: readonly string[]): Promise<string> {
  await commands.executeCommand(`${view}.focus`);
  for (const key of ['focusFirst', ...keys]) await commands.executeCommand(`list.${key}`);
  return copied(() => commands.executeCommand(`${view}.copyItem`));
}

/** What a command puts on the clipboard; empty where it does not. */
export async function copied(copy: () => Thenable<unknown>): Promise<string> {
  await env.clipboard.writeText('');
  await copy();
  return env.clipboard.readText();
}

/** Asks again as long as the view is still being drawn. */
export async function eventuallyRow(view: string, what: RegExp, ...keys: readonly string[]): Promise<string> {
  let last = '';
  try {
    return await eventually('the row', async () => {
      // Keys fail on a row that is being drawn anew.
      last = await copiedRow(view, ...keys).catch(String);
      return what.test(last) && last;
    });
  } catch {
    throw new Error(`There never was a row ${what}, only ${last}`);
  }
}
