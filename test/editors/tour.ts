import type { Workbench } from '../../scripts/editor/workbench.ts';
import type { Step } from './outcome.ts';
import { show } from './pictures.ts';

/** What a first visitor does, in turn, by mouse and keyboard. */
export function tour(workbench: Workbench): readonly Step[] {
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
        await workbench.command('Portolan: Look Up a Port or Service');
        await workbench.pick('postgers', '5432 PostgreSQL');
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
