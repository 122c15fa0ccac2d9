import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import type { ExtensionContext } from 'vscode';

/**
 * Loads the client from what V8 has made of it before: compiling half a megabyte anew would cost every window more time of
 * its extension host than all the rest. V8 refuses what another version of it has made.
 */
export async function activate(context: ExtensionContext): Promise<void> {
  const file = context.asAbsolutePath('dist/client.js');
  const store = join(context.globalStorageUri.fsPath, 'client.bin');
  const source = readFileSync(file);
  const hash = createHash('sha1').update(source).digest();
  const cachedData = compiled(store, hash);
  const script = new Script(`(function (exports, require, module) {${source.toString('utf8')}\n})`, {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  const module = { exports: {} as typeof import('./main.ts') };
  script.runInThisContext()(module.exports, createRequire(file), module);
  if (cachedData === undefined || script.cachedDataRejected === true) {
    const timer = setTimeout(() => keep(store, [hash, script.createCachedData()]), UNTIL_KEPT);
    context.subscriptions.push({ dispose: () => clearTimeout(timer) });
  }
  await module.exports.activate(context);
}

/** Nothing where it was made of another text: V8 itself compares no more than the length. */
function compiled(store: string, hash: Buffer): Buffer | undefined {
  try {
    const stored = readFileSync(store);
    return stored.subarray(0, hash.length).equals(hash) ? stored.subarray(hash.length) : undefined;
  } catch {
    return undefined;
  }
}

/** Several windows may write at the same time, and what is half written must not be read. */
function keep(store: string, content: readonly Buffer[]): void {
  try {
    mkdirSync(dirname(store), { recursive: true });
    const partial = `${store}.${process.pid}`;
    writeFileSync(partial, Buffer.concat(content));
    renameSync(partial, store);
  } catch {
    // A home that cannot be written to: the next window compiles again.
  }
}

/** In milliseconds: by then what a start needs has run, and functions that have run are kept compiled. */
const UNTIL_KEPT = 10_000;
