import type { FrameLocator, Locator, Page } from 'playwright-core';

/** In milliseconds: a cold start on a small machine. */
const LONGEST = 60_000;

/** In milliseconds: how long a person waits before trying again. */
const PATIENCE = 5_000;

/** Drives VS Code's workbench in a browser, as a person would. */
export interface Workbench {
  readonly page: Page;
  openFile(name: string): Promise<void>;
  /** Waits for a squiggle of any severity in the open file. */
  squiggle(): Promise<void>;
  /** Points at `text` in the open file, and waits for a hover that has `expected` in it. */
  hover(text: string, expected: RegExp): Promise<void>;
  /** Puts the cursor at `line:column` of the open file, both 1-based. */
  goTo(place: string): Promise<void>;
  /** Runs a command by its title in the command palette. */
  command(title: string): Promise<void>;
  /** Types into the quick pick that is open, and waits for an answer that has `expected` in it to be the first. */
  pick(typed: string, expected: string | RegExp): Promise<void>;
  /** Waits for a row of a view, by its id, that has `expected` in it. */
  row(view: string, expected: string | RegExp): Promise<Locator>;
  /** Waits for the tab of a page that the Markdown preview shows. */
  preview(title: string, heading: string): Promise<FrameLocator>;
  /** Waits for the active tab to be this one. */
  tab(name: string): Promise<void>;
  press(...keys: readonly string[]): Promise<void>;
  /** Presses a key, again and again, until something is there: what is asked for early is answered with nothing. */
  until(subject: Locator, key: string): Promise<void>;
  /** Writes a picture of the whole window. */
  picture(path: string): Promise<void>;
}

export async function openWorkbench(page: Page, base: string, folder: string): Promise<Workbench> {
  page.setDefaultTimeout(LONGEST);
  await page.goto(`${base}/?folder=${encodeURIComponent(folder)}`);
  await page.locator('.monaco-workbench').waitFor();
  const input = page.locator('.quick-input-widget input[type="text"]').first();
  const pick: Workbench['pick'] = async (typed, expected) => {
    await input.fill(typed);
    await page
      .locator('.quick-input-list .monaco-list-row.focused', { hasText: expected })
      .waitFor({ timeout: PATIENCE * 4 });
  };
  return {
    page,
    pick,
    openFile: async name => {
      await page.locator('.explorer-viewlet .monaco-list-row', { hasText: name }).first().dblclick();
      await page.locator('.view-line').first().waitFor();
    },
    squiggle: () => page.locator('.squiggly-error, .squiggly-warning, .squiggly-info').first().waitFor(),
    hover: async (text, expected) => {
      const place = page.locator('.view-line span span', { hasText: text }).last();
      const hover = page.locator('.monaco-hover:not(.hidden)', { hasText: expected }).first();
      for (const end = Date.now() + LONGEST; ; ) {
        await place.hover();
        try {
          return await hover.waitFor({ timeout: PATIENCE });
        } catch (error) {
          if (Date.now() > end) throw error;
        }
        // A hover shows what was known when it opened: away, and again.
        await page.mouse.move(5, 400);
      }
    },
    goTo: async place => {
      await page.locator('.monaco-editor .view-lines').first().click();
      await page.keyboard.press('Control+G');
      await input.fill(`:${place}`);
      await page.keyboard.press('Enter');
      await input.waitFor({ state: 'hidden' });
    },
    command: async title => {
      await page.keyboard.press('F1');
      await pick(`>${title}`, title);
      await page.keyboard.press('Enter');
    },
    row: async (view, expected) => {
      const row = page.locator(`[id="${view}"] .monaco-list-row, .${view} .monaco-list-row`, { hasText: expected });
      await row.first().waitFor();
      return row.first();
    },
    preview: async (title, heading) => {
      await page.locator('.tab', { hasText: title }).first().waitFor();
      // The document within the preview that was opened last.
      const frame = page.frameLocator('iframe.webview').last().frameLocator('#active-frame');
      await frame.locator('h1', { hasText: heading }).waitFor();
      return frame;
    },
    tab: name => page.locator('.tab.active', { hasText: name }).first().waitFor(),
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    until: async (subject, key) => {
      for (const end = Date.now() + LONGEST; ; ) {
        await page.keyboard.press(key);
        try {
          return await subject.first().waitFor({ timeout: PATIENCE });
        } catch (error) {
          if (Date.now() > end) throw error;
        }
      }
    },
    picture: async path => {
      await page.screenshot({ path });
    },
  };
}
