import type { Workbench } from '../../scripts/editor/workbench.ts';
import type { Step } from './outcome.ts';
import { keep, show } from './pictures.ts';

/** What a first visitor does, in turn, by mouse and keyboard. */
export function tour(workbench: Workbench): readonly Step[] {
  return [...understand(workbench), ...survey(workbench), ...work(workbench), ...settle(workbench)];
}

/** What is this number, and is it a good one? */
function understand(workbench: Workbench): readonly Step[] {
  const { page } = workbench;
  return [
    ['opens compose.yaml', () => workbench.openFile('compose.yaml')],
    ['draws a squiggle', () => workbench.squiggle()],
    [
      'shows what 5432 is, and that there is a fix',
      () => workbench.hover('5432:5432', /5432\/tcp.*PostgreSQL.*Quick Fix/s),
    ],
    ['keeps a picture of it', () => show(workbench, 'hover', page.locator('.monaco-hover:not(.hidden)'))],
    [
      'lists the collision in the Problems panel',
      async () => {
        // Away from the hover, which would cover the panel.
        await page.mouse.move(5, 400);
        await workbench.press('ControlOrMeta+Shift+M');
        await workbench.row('markers-panel', /9090/);
      },
    ],
    ['keeps a picture of it', () => show(workbench, 'problems', page.locator('.markers-panel .monaco-list-row'))],
    [
      'finds a port by a misspelt name, and shows its page',
      async () => {
        await workbench.press('ControlOrMeta+Shift+M');
        await workbench.command('Portolan: Look Up a Port or Service');
        await workbench.pick('postgers', '5432 PostgreSQL');
        await keep(workbench, 'look-up');
        await workbench.press('Enter');
        await workbench.preview('Preview 5432.md', 'Port 5432');
      },
    ],
    [
      'keeps a picture of it',
      async () => {
        const frame = await workbench.preview('Preview 5432.md', 'Port 5432');
        await show(workbench, 'port-page', frame.locator('h1, h1 ~ *:nth-child(-n+14)'));
      },
    ],
    [
      'goes from there to a place of the workspace',
      async () => {
        const frame = await workbench.preview('Preview 5432.md', 'Port 5432');
        await frame.locator('a', { hasText: 'compose.yaml:' }).first().click();
        await workbench.tab('compose.yaml');
      },
    ],
  ];
}

/** Which ports are there at all? */
function survey(workbench: Workbench): readonly Step[] {
  const { page } = workbench;
  const rows = page.locator('.pane-body .monaco-list-row');
  return [
    [
      'shows the port map, with the conflict marked',
      async () => {
        await workbench.command('Portolan: Show the Port Map');
        await rows
          .filter({ hasText: '9090' })
          .filter({ hasText: /conflict/ })
          .first()
          .click();
        // Wider, and away from the row, which would show its buttons.
        await page.mouse.move(350, 600);
        await page.mouse.down();
        await page.mouse.move(450, 600, { steps: 5 });
        await page.mouse.up();
        await page.mouse.move(800, 400);
        await rows.filter({ hasText: 'prometheus' }).nth(1).waitFor();
      },
    ],
    ['keeps a picture of it', () => show(workbench, 'port-map', rows)],
    [
      'groups it by service',
      async () => {
        await workbench.command('Portolan: Group the Port Map by Service');
        await rows.filter({ hasText: 'grafana' }).first().waitFor();
        await keep(workbench, 'port-map-by-service');
        await workbench.command('Portolan: Group the Port Map by Port');
      },
    ],
    [
      'shows what listens now',
      async () => {
        await workbench.command('Portolan: Show What Is Listening Now');
        await rows
          .filter({ hasText: /\(pid \d+\)/ })
          .first()
          .waitFor();
        await keep(workbench, 'listening');
      },
    ],
    [
      'finds a free port',
      async () => {
        await workbench.command('Portolan: Find a Free Port');
        await page
          .locator('.quick-input-list .monaco-list-row', { hasText: /^\d{4,5}/ })
          .first()
          .waitFor();
        await keep(workbench, 'free-port');
        await workbench.press('Escape');
      },
    ],
  ];
}

/** Work on a port, as one types. */
function work(workbench: Workbench): readonly Step[] {
  const { page } = workbench;
  return [
    [
      'completes the name of a database to its port',
      async () => {
        await workbench.command('View: Show Explorer');
        await workbench.openFile('compose.yaml');
        await workbench.goTo('36:100');
        await workbench.press('Enter');
        await page.keyboard.type('- "postg', { delay: 50 });
        await page.locator('.suggest-widget .monaco-list-row', { hasText: '5432' }).first().waitFor();
        await keep(workbench, 'completion');
        await workbench.press('Escape');
        for (let undo = 0; undo < 12; undo++) await workbench.press('ControlOrMeta+Z');
      },
    ],
    [
      'lists everything that means the port',
      async () => {
        await workbench.goTo('20:22');
        await workbench.press('Shift+F12');
        await page.locator('.peekview-widget .monaco-list-row').first().waitFor();
        await keep(workbench, 'references');
        await workbench.press('Escape');
      },
    ],
    [
      'renames it, and asks about places that only probably mean it',
      async () => {
        await workbench.press('F2');
        await page.locator('.rename-box input').fill('9465');
        await keep(workbench, 'rename');
        await workbench.press('ControlOrMeta+Enter');
        await page.locator('.part.panel .monaco-list-row', { hasText: 'EXPOSE' }).waitFor();
        await keep(workbench, 'rename-preview');
        await page.locator('.part.panel .monaco-button', { hasText: 'Discard' }).click();
      },
    ],
    [
      'offers what can be done with a port',
      async () => {
        await workbench.goTo('36:20');
        await workbench.until(
          page.locator('.action-widget .monaco-list-row', { hasText: 'port plan' }),
          'ControlOrMeta+.',
        );
        await keep(workbench, 'actions');
        await workbench.press('Escape');
      },
    ],
  ];
}

/** Where a user finds the rest. */
function settle(workbench: Workbench): readonly Step[] {
  const { page } = workbench;
  return [
    [
      'explains itself in a walkthrough',
      async () => {
        await workbench.command('Welcome: Open Walkthrough');
        await workbench.pick('ports', /port/i);
        await workbench.press('Enter');
        await page.locator('.getting-started-step').first().waitFor();
        await keep(workbench, 'walkthrough');
      },
    ],
    [
      'has settings with descriptions',
      async () => {
        await workbench.command('Preferences: Open Settings (UI)');
        await page.keyboard.type('portolan');
        await page.locator('.setting-item-description', { hasText: /port/i }).first().waitFor();
        await keep(workbench, 'settings');
      },
    ],
    [
      'writes who it is behind each port, on demand',
      async () => {
        await workbench.command('Portolan: Show or Hide Inlay Hints at Ports');
        await workbench.openFile('compose.yaml');
        await page.locator('.view-line', { hasText: '‹' }).first().waitFor();
        await keep(workbench, 'inlay-hints');
      },
    ],
  ];
}
