import {
  type CodeAction,
  type CompletionList,
  ConfigurationTarget,
  commands,
  type DocumentHighlight,
  type InlayHint,
  type Location,
  Position,
  Range,
  type TextDocument,
  type WorkspaceEdit,
  workspace,
} from 'vscode';
import { open, positionOf } from './editor.ts';
import { check, eventually } from './eventually.ts';

/** What people do with a port in a file: complete, follow, rename, annotate, move. */
suite('Ports in files', () => {
  let compose: TextDocument;

  suiteSetup(async () => {
    compose = await open('stack/compose.yaml');
  });

  test('completion: the ports of the image, as whole mappings', async () => {
    const at = positionOf(compose, '- ""', 3);
    await eventually('an answer', async () => (await completionsAt(compose, at)).length > 0);
    const labels = await completionsAt(compose, at);
    // 5432 of this machine is taken by another file; a datastore goes to loopback first.
    check(/^127\.0\.0\.1:54\d\d:5432$/.test(labels[0] ?? ''), labels.join(', '));
  });

  test('completion: nothing where no port goes', async () => {
    const labels = await completionsAt(compose, positionOf(compose, 'nginx:1.27', 2));
    check(!labels.some(label => /^\d+$/.test(label)), labels.join(', '));
  });

  test('references: the variable, its fallback and the URL that means it', async () => {
    const found = await eventually('places in two files', async () => {
      const places = await commands.executeCommand<Location[]>(
        'vscode.executeReferenceProvider',
        compose.uri,
        positionOf(compose, '8600', 1),
      );
      const own = places.map(({ uri, range }) => `${workspace.asRelativePath(uri)}:${range.start.line + 1}`);
      return own.includes('stack/.env:1') && own;
    });
    check(found.includes('stack/compose.yaml:8'), found.join(', '));
    check(found.includes('stack/.env:2'), found.join(', '));
  });

  test('highlight: both sides of the container port', async () => {
    const found = await commands.executeCommand<DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      compose.uri,
      positionOf(compose, ':6379"', 2),
    );
    const lines = found.map(({ range }) => range.start.line + 1);
    check(lines.includes(6) && lines.includes(12), lines.join(', '));
  });

  test('rename: the published port, with all that means it', async () => {
    const env = await open('stack/.env');
    const at = positionOf(env, '8610', 1);
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      env.uri,
      at,
      '8620',
    );
    check(await workspace.applyEdit(edit), 'the edit was not applied');
    check(env.getText().includes('API_PORT=8620'), env.getText());
    check(env.getText().includes('localhost:8620'), env.getText());
  });

  test('rename: refused, with the reason', async () => {
    const refusal = await Promise.resolve(
      commands.executeCommand(
        'vscode.executeDocumentRenameProvider',
        compose.uri,
        positionOf(compose, '6400', 1),
        '80000',
      ),
    ).then(() => undefined, String);
    check(refusal !== undefined && /65535/.test(refusal), String(refusal));
  });

  test('code action: the next free port, in all places', async () => {
    const at = positionOf(compose, '6400', 1);
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      compose.uri,
      new Range(at, at),
      undefined,
      20,
    );
    const titles = actions.map(({ title }) => title).join(', ');
    check(/Look up 6400/.test(titles), titles);
    check(/next free port/.test(titles), titles);
    check(/port plan/.test(titles), titles);
  });

  test('inlay hints: only when asked for', async () => {
    const hints = (): Thenable<InlayHint[]> =>
      commands.executeCommand<InlayHint[]>(
        'vscode.executeInlayHintProvider',
        compose.uri,
        new Range(new Position(0, 0), new Position(compose.lineCount, 0)),
      );
    check((await hints()).length === 0, 'there are hints');
    const settings = workspace.getConfiguration('portolan');
    await settings.update('inlayHints', true, ConfigurationTarget.Global);
    await eventually('a hint', async () => (await hints()).length > 0);
    await settings.update('inlayHints', undefined, ConfigurationTarget.Global);
    await eventually('no hint', async () => (await hints()).length === 0);
  });
});

async function completionsAt(document: TextDocument, position: Position): Promise<readonly string[]> {
  const list = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}
