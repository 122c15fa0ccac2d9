import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { onPath } from './onPath.ts';

const PLACES: readonly string[] = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Needs no display, no sandbox of the kernel (which containers lack), and calls nobody. */
export const CHROMIUM_ARGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** An installed browser of the Chromium family: nothing is downloaded. */
export function chromiumPath(): string | undefined {
  const named = process.env.PORTOLAN_CHROMIUM;
  if (named !== undefined) return named;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  return names.map(onPath).find(file => file !== undefined) ?? PLACES.find(file => existsSync(file));
}

export function launchChromium(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error(NO_CHROMIUM);
  return chromium.launch({ executablePath, headless: true, args: [...CHROMIUM_ARGS] });
}

export const NO_CHROMIUM = 'no Chromium, Chrome or Edge found (Debian: apt-get install chromium)';
