import { commands, languages, window } from 'vscode';
import { diagnosticsOf } from './editor.ts';
import { check, eventually } from './eventually.ts';

suite('First run', () => {
  test('the sample has problems that are found', async () => {
    await commands.executeCommand('portolan.openSample');
    const document = window.activeTextEditor?.document;
    check(document?.isUntitled === true, String(document?.uri));
    await eventually(
      'a problem in the sample',
      () => document && languages.getDiagnostics(document.uri).find(({ source }) => source === 'portolan'),
    );
  });

  test('the project file is opened', async () => {
    await commands.executeCommand('portolan.openProjectFile');
    const document = window.activeTextEditor?.document;
    check(document?.uri.path.endsWith('/portolan.json') === true, String(document?.uri));
    check(document?.languageId === 'jsonc', String(document?.languageId));
  });

  test('reading is stopped and goes on, the log is shown', async () => {
    for (const command of ['portolan.stopReading', 'portolan.readOn', 'portolan.showLog'])
      await commands.executeCommand(command);
    await eventually('problems', () => diagnosticsOf('worker/Dockerfile', 'malformed-port').length > 0);
  });
});
