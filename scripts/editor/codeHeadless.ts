#!/usr/bin/env node
// Looks like the `code` executable to @vscode/test-electron, but is code-server with its workbench in a headless browser.
// Exits with the exit code of the extension host's tests.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { format, parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { type CodeServer, startCodeServer } from './codeServer.ts';

/** In milliseconds, for everything. */
const LONGEST = 240_000;
const verbose = process.env.PORTOLAN_VERBOSE !== undefined;

// Unknown flags are the real editor's own.
const { values, positionals } = parseArgs({ strict: false, allowPositionals: true });
const temporary = mkdtempSync(join(tmpdir(), 'portolan-code-'));
const server = await startCodeServer(
  {
    data: String(values['user-data-dir'] ?? join(temporary, 'data')),
    extensions: String(values['extensions-dir'] ?? join(temporary, 'extensions')),
  },
  verbose,
);
const browser = await launchChromium();
const exitCode = await new Promise<number>((exit, reject) => {
  setTimeout(() => exit(124), LONGEST).unref();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => exit(130));
  server.process.once('exit', () => exit(1));
  runTests(server, browser, exit).catch(reject);
}).catch(error => {
  console.error(error);
  return 1;
});
await browser.close().catch(() => {});
await server.stop();
rmSync(temporary, { recursive: true, force: true });
process.exit(exitCode);

/** The page calls two functions of its automation: one for what tests print, one at the end. */
async function runTests({ base }: CodeServer, browser: Browser, exit: (code: number) => void): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const talk: string[] = [];
  await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
    const line = format(...args);
    // Mocha indents all that it says; the rest is the workbench's own talk, of use only where things go wrong.
    if (verbose || /^\s|^$/.test(line)) console.log(line);
    else talk.push(line);
  });
  await page.exposeFunction('codeAutomationExit', (code: number) => {
    if (code !== 0) console.log(talk.slice(-20).join('\n'));
    exit(code);
  });
  const authority = base.slice('http://'.length);
  const payload = ['extensionDevelopmentPath', 'extensionTestsPath'].map(key => [
    key,
    `vscode-remote://${authority}${resolve(String(values[key]))}`,
  ]);
  const query = new URLSearchParams({ folder: resolve(positionals[0] ?? '.'), payload: JSON.stringify(payload) });
  await page.goto(`${base}/?${query}`);
}
