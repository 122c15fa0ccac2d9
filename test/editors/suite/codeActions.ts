import { type CodeAction, commands, Range, type TextDocument } from 'vscode';
import { open, positionOf } from './editor.ts';
import { check, eventually } from './eventually.ts';

/** What Ctrl+. offers at a port, whether something is wrong with it or not. */
suite('Code actions at a port', () => {
  let compose: TextDocument;

  suiteSetup(async () => {
    compose = await open('compose.yaml');
  });

  test('a port with nothing wrong can be looked up', async () => {
    const action = await actionAt(compose, '6379:6379', /^Look up 6379$/);
    check(action.command?.command === 'portolan.openPortPage', JSON.stringify(action.command));
    check(String(action.command?.arguments) === '6379', JSON.stringify(action.command));
  });

  test('and moved to the next free one', async () => {
    const action = await actionAt(compose, '6379:6379', /^Take the next free port: \d+/);
    check(action.kind?.value === 'refactor.rewrite', String(action.kind?.value));
    check(editedBy(action).includes('compose.yaml'), String(editedBy(action)));
  });

  test('with what sets it', async () => {
    const action = await actionAt(compose, '8080}:3000', /^Take the next free port: \d+ \(and \d+ places? that/);
    check(editedBy(action).includes('.env'), String(editedBy(action)));
  });

  test('and written into a port plan that is still to be made', async () => {
    const action = await actionAt(compose, '6379:6379', /^Add 6379 to the port plan/);
    check(editedBy(action).includes('portolan.json'), String(editedBy(action)));
  });
});

async function actionAt(document: TextDocument, text: string, title: RegExp): Promise<CodeAction> {
  const place = positionOf(document, text, 1);
  return eventually(String(title), async () => {
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new Range(place, place),
      undefined,
      20,
    );
    return actions.find(action => title.test(action.title));
  });
}

/** The names of the files that it changes. */
function editedBy({ edit }: CodeAction): readonly string[] {
  return (edit?.entries() ?? []).map(([uri]) => uri.path.replace(/^.*\//, ''));
}
