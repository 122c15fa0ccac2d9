import { commands, Position, Range, Selection, WorkspaceEdit, window, workspace } from 'vscode';
import { documentOf, open } from './editor.ts';
import { check, eventually } from './eventually.ts';
import { copied, eventuallyRow } from './rows.ts';

const VIEW = 'portolan.portMap';
const run = commands.executeCommand;

suite('Port map', () => {
  teardown(async () => {
    await run(`${VIEW}.filter`, '');
    await run(`${VIEW}.byPort`);
  });

  test('by port: the lowest that somebody takes goes first', async () => {
    await run('portolan.showPortMap');
    await eventuallyRow(VIEW, /^21\/tcp$/);
  });

  test('by port: below it who takes it', async () => {
    await eventuallyRow(VIEW, /^ftp publishes it$/, 'expand', 'expand');
  });

  test('by service, by file', async () => {
    await run(`${VIEW}.byService`);
    await eventuallyRow(VIEW, /^ci$/);
    await run(`${VIEW}.byFile`);
    await eventuallyRow(VIEW, /^\.env$/);
  });

  test('filter: only what fits', async () => {
    await run(`${VIEW}.filter`, 'postgres');
    await eventuallyRow(VIEW, /^5432\/tcp$/);
    await run(`${VIEW}.filter`, '@conflict');
    await eventuallyRow(VIEW, /^9090\/tcp$/);
    await run(`${VIEW}.clearFilter`);
    await eventuallyRow(VIEW, /^21\/tcp$/);
  });

  test('a row as Markdown, with its places', async () => {
    await run(`${VIEW}.filter`, 'file:ci/ :2375');
    await eventuallyRow(VIEW, /^2375\/tcp$/);
    const text = await eventually('its text', async () => {
      const copy = await copied(() => run(`${VIEW}.copyMarkdown`));
      return copy !== '' && copy;
    });
    check(text.startsWith('- **2375/tcp**'), text);
    check(text.includes('](<ci/compose.yaml#L9>)'), text);
  });

  test('the whole map as text, Markdown, Mermaid and JSON', async () => {
    for (const [form, expected] of [
      ['text', /5432\/tcp/],
      ['markdown', /\| \*\*5432\/tcp\*\* \|/],
      ['mermaid', /^flowchart LR/],
      ['json', /^\[/],
    ] as const) {
      const text = await copied(() => run(`${VIEW}.copyAs`, form));
      check(expected.test(text), `${form}: ${text}`);
    }
  });

  test('follows what is typed', async () => {
    const file = await documentOf('ci/compose.yaml');
    await run(`${VIEW}.filter`, ':18181');
    const edit = new WorkspaceEdit();
    const line = file
      .getText()
      .split('\n')
      .findIndex(text => text.includes('2375:2375'));
    edit.insert(file.uri, new Position(line + 1, 0), '      - "18181:80"\n');
    check(await workspace.applyEdit(edit), 'the edit was not applied');
    await eventuallyRow(VIEW, /^18181\/tcp$/);
    const back = new WorkspaceEdit();
    back.delete(file.uri, new Range(line + 1, 0, line + 2, 0));
    check(await workspace.applyEdit(back), 'the edit was not applied');
  });

  test('Enter goes to the place', async () => {
    await run(`${VIEW}.filter`, 'file:worker :9464');
    await eventuallyRow(VIEW, /^9464\/tcp$/);
    await run('list.select');
    await eventually('the file', () => window.activeTextEditor?.document.uri.path.endsWith('worker/Dockerfile'));
  });

  test('shows the place that the cursor is on', async () => {
    const compose = await open('compose.yaml');
    const editor = await eventually('the editor', () => window.activeTextEditor);
    const at = compose.positionAt(compose.getText().indexOf('6379:6379') + 1);
    editor.selection = new Selection(at, at);
    await run('portolan.showPortMap');
    await eventually('its row', async () => (await copied(() => run(`${VIEW}.copyItem`))) === 'cache publishes it');
  });
});
