import {
  type CodeAction,
  commands,
  type Diagnostic,
  type Hover,
  languages,
  type Position,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';

function uriOf(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The editor has no folder open');
  return Uri.joinPath(folder.uri, name);
}

export async function open(name: string): Promise<TextDocument> {
  const document = await documentOf(name);
  await window.showTextDocument(document);
  return document;
}

/** Without showing it. */
export async function documentOf(name: string): Promise<TextDocument> {
  return workspace.openTextDocument(uriOf(name));
}

export async function documentText(uri: Uri): Promise<string> {
  return (await workspace.openTextDocument(uri)).getText();
}

/** The place `offset` characters into the first `text`. */
export function positionOf(document: TextDocument, text: string, offset = 0): Position {
  return document.positionAt(document.getText().indexOf(text) + offset);
}

/** Our hover at the beginning of the first `text`; other extensions may have one, too. */
export async function hoverText(document: TextDocument, text: string): Promise<string | undefined> {
  const position = positionOf(document, text, 1);
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, position);
  const contents = hovers.flatMap(hover => hover.contents).map(part => (typeof part === 'string' ? part : part.value));
  return contents.find(content => content.includes('/tcp'));
}

export function diagnosticsOf(name: string, code: string): readonly Diagnostic[] {
  const wanted = uriOf(name).toString();
  return languages
    .getDiagnostics()
    .filter(([uri]) => uri.toString() === wanted)
    .flatMap(([, found]) => found)
    .filter(diagnostic => (typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code) === code);
}

export async function actionsAt(document: TextDocument, { range }: Diagnostic): Promise<readonly CodeAction[]> {
  // The last argument: how many to resolve, in case that edits come only then.
  return commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, 'quickfix', 20);
}
