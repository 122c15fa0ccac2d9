import type { FrameLocator, Page } from 'playwright-core';

/** In milliseconds: a cold start on a small machine. */
const LONGEST = 60_000;

/** In milliseconds: how long a person waits before trying again. */
const PATIENCE = 5_000;

/** Drives VS Code's workbench in a browser, as a person would. */
export interface Workbench {
  openFile(name: string): Promise<void>;
  /** Waits for a squiggle of any severity in the open file. */
  squiggle(): Promise<void>;
  /** Points at `text` in the open file, and waits for a hover that has `expected` in it. */
  hover(text: string, expected: RegExp): Promise<void>;
  /** Opens the Problems panel, and waits for a row that has `expected` in it. */
  problem(expected: RegExp): Promise<void>;
  /** Looks a port up by what is typed, takes the first answer, which must hold `answer`, and waits for its page. */
  lookUp(typed: string, answer: string, port: number): Promise<void>;
  /** Follows a link of the page that is open, and waits for the file that it leads to. */
  followLink(text: string, file: string): Promise<void>;
  /** Writes a picture of the whole window. */
  picture(path: string): Promise<void>;
}

export async function openWorkbench(page: Page, base: string, folder: string): Promise<Workbench> {
  page.setDefaultTimeout(LONGEST);
  await page.goto(`${base}/?folder=${encodeURIComponent(folder)}`);
  await page.locator('.monaco-workbench').waitFor();
  return {
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
    problem: async expected => {
      // Away from the hover, which would cover the panel.
      await page.mouse.move(5, 400);
      await page.keyboard.press('ControlOrMeta+Shift+M');
      await page.locator('.markers-panel .monaco-list-row', { hasText: expected }).first().waitFor();
    },
    lookUp: async (typed, answer, port) => {
      await page.keyboard.press('F1');
      const input = page.locator('.quick-input-widget input').first();
      await input.fill('>Portolan: Look Up a Port or Service');
      await page
        .locator('.quick-input-list .monaco-list-row', { hasText: 'Look Up a Port or Service' })
        .first()
        .click();
      await input.fill(typed);
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: answer }).waitFor();
      await page.keyboard.press('Enter');
      await page
        .locator('.tab', { hasText: `Preview ${port}.md` })
        .first()
        .waitFor();
      await preview(page)
        .locator('h1', { hasText: `Port ${port}` })
        .waitFor();
    },
    followLink: async (text, file) => {
      await preview(page).locator('a', { hasText: text }).first().click();
      await page.locator('.tab.active', { hasText: file }).first().waitFor();
    },
    picture: async path => {
      await page.screenshot({ path });
    },
  };
}

/** The document within the preview that was opened last. */
function preview(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview').last().frameLocator('#active-frame');
}
