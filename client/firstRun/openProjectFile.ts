import { commands, type Disposable, l10n, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';

/** Opens the project file of a workspace folder; where there is none, one with what can be said in it. */
export function openProjectFile(): Disposable[] {
  return [
    commands.registerCommand('portolan.openProjectFile', async () => {
      const folder = await pickFolder();
      if (folder) await window.showTextDocument(await existing(Uri.joinPath(folder, 'portolan.json')));
    }),
  ];
}

async function pickFolder(): Promise<Uri | undefined> {
  const [first, ...others] = workspace.workspaceFolders ?? [];
  if (!first) {
    void window.showInformationMessage(l10n.t('portolan.json stands in a folder: open one first'));
    return undefined;
  }
  if (others.length === 0) return first.uri;
  return (await window.showWorkspaceFolderPick({ placeHolder: l10n.t('The folder whose portolan.json to open') }))?.uri;
}

async function existing(file: Uri): Promise<TextDocument> {
  try {
    return await workspace.openTextDocument(file);
  } catch {
    const edit = new WorkspaceEdit();
    edit.createFile(file, { ignoreIfExists: true, contents: new TextEncoder().encode(startText()) });
    if (await workspace.applyEdit(edit)) return workspace.openTextDocument(file);
    // A file system that cannot be written to: the text may be saved elsewhere.
    return workspace.openTextDocument({ language: 'jsonc', content: startText() });
  }
}

function startText(): string {
  const plan = l10n.t('The port plan: which port belongs to what. Hovers show it, and completion offers it.');
  const rules = l10n.t('How loud each rule is: error, warning, info, hint or off.');
  const ignore = l10n.t('Files that are left out.');
  return `{
  // ${plan}
  "ports": {
    // "8081": "billing API",
    // "15000-15099": { "owner": "payments" }
  },

  // ${rules}
  "rules": {
    // "crowded-port": "off"
  },

  // ${ignore}
  "ignore": [
    // "legacy/**"
  ]
}
`;
}
