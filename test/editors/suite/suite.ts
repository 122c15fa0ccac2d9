import {
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { actionsAt, diagnosticsOf, documentOf, documentText, hoverText, open } from './editor.ts';
import { check, eventually } from './eventually.ts';
import './codeActions.ts';
import './commands.ts';
import './freePorts.ts';
import './listening.ts';
import './portMap.ts';
import './ports.ts';

/** Runs in the extension host of a real editor, on a copy of `examples/` and the files of `../workspace/`. */
suite('Portolan', () => {
  let compose: TextDocument;

  suiteSetup(async () => {
    compose = await open('compose.yaml');
  });

  test('hover over 5432 names PostgreSQL', async () => {
    const text = await eventually('a hover', () => hoverText(compose, '5432:5432'));
    check(/PostgreSQL/.test(text), text);
    check(text.includes('5432/tcp'), text);
  });

  test('problems: a database published to everyone', async () => {
    const found = await problem(compose, 'datastore-published');
    check(compose.getText(found.range) === '5432', compose.getText(found.range));
    check(found.source === 'portolan', String(found.source));
  });

  test('problems: a collision through .env', async () => {
    const found = await problem(compose, 'host-port-collision');
    check(found.message.includes('9090'), found.message);
    check((found.relatedInformation ?? []).length > 0, 'no related place');
  });

  test('problems: files that are not open', async () => {
    await eventually('a problem in worker/Dockerfile', () => diagnosticsOf('worker/Dockerfile', 'malformed-port')[0]);
    await eventually('a problem in nginx.conf', () => diagnosticsOf('deploy/nginx.conf', 'port-out-of-range')[0]);
    await eventually('a problem in web.yaml', () => diagnosticsOf('deploy/web.yaml', 'node-port-out-of-range')[0]);
  });

  test('quick fix: bind the database to loopback', async () => {
    const found = await problem(compose, 'datastore-published');
    const fix = await eventually('the fix', async () =>
      (await actionsAt(compose, found)).find(({ title }) => title.includes('127.0.0.1')),
    );
    check(fix.edit !== undefined && (await workspace.applyEdit(fix.edit)), 'the edit was not applied');
    check(compose.getText().includes('"127.0.0.1:5432:5432"'), compose.getText());
    await eventually('the problem gone', () => diagnosticsOf('compose.yaml', 'datastore-published').length === 0);
  });

  test('suppression: on this line', async () => {
    const found = await problem(compose, 'image-port-mismatch');
    const action = await eventually('the action', async () =>
      (await actionsAt(compose, found)).find(({ title }) => /ignore|suppress/i.test(title)),
    );
    check(action.edit !== undefined && (await workspace.applyEdit(action.edit)), 'the edit was not applied');
    check(/# portolan-ignore image-port-mismatch/.test(compose.getText()), compose.getText());
    await eventually('the problem gone', () => diagnosticsOf('compose.yaml', 'image-port-mismatch').length === 0);
  });

  test('suppression: in the project, which makes portolan.json', async () => {
    const found = await problem(compose, 'missing-udp');
    const action = await eventually('the action', async () =>
      (await actionsAt(compose, found)).find(({ title }) => title.startsWith('Ignore missing-udp in the project')),
    );
    check(action.edit !== undefined && (await workspace.applyEdit(action.edit)), 'the edit was not applied');
    await eventually('the problem gone', () => diagnosticsOf('compose.yaml', 'missing-udp').length === 0);
  });

  test('portolan.json: a level takes effect at once', async () => {
    // Not shown: it would take the place of compose.yaml.
    const file = await documentOf('portolan.json');
    check(file.languageId === 'jsonc', file.languageId);
    const edit = new WorkspaceEdit();
    edit.insert(file.uri, file.positionAt(file.getText().indexOf('"missing-udp"')), '"host-port-collision": "hint", ');
    check((await workspace.applyEdit(edit)) && (await file.save()), 'the edit was not applied');
    await eventually('a hint', () =>
      diagnosticsOf('compose.yaml', 'host-port-collision').some(({ severity }) => severity === DiagnosticSeverity.Hint),
    );
  });

  test('problems: exactly under the wrong part', async () => {
    for (const [name, code, wrong] of [
      ['worker/Dockerfile', 'malformed-port', 'tpc'],
      ['deploy/nginx.conf', 'port-out-of-range', '80800'],
      ['deploy/web.yaml', 'undefined-port-name', 'htpp'],
    ] as const) {
      const document = await open(name);
      const { range } = await problem(document, code);
      check(document.getText(range) === wrong, `${code} is under ${document.getText(range)}`);
    }
  });

  test('port page: 1640', async () => {
    const text = await documentText(Uri.parse('portolan:/1640.md'));
    check(text.includes('cert-responder'), text);
    await commands.executeCommand('portolan.openPortPage', 1640);
    await eventually('a tab with the page', () =>
      window.tabGroups.all.some(group => group.tabs.some(({ label }) => label.includes('1640'))),
    );
  });
});

function problem(document: TextDocument, code: string): Promise<Diagnostic> {
  return eventually(`a problem ${code}`, () => diagnosticsOf(workspace.asRelativePath(document.uri), code)[0]);
}
