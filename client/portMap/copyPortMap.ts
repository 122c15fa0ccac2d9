import { env, l10n, languages, type QuickPickItem, QuickPickItemKind, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { PORT_MAP_TEXT, type PortMapTextParams, type PortMapTextResult } from '../../server/protocol.ts';
import { sayFailed } from '../views/sayFailed.ts';

type Format = PortMapTextParams['format'];

interface CopyItem extends QuickPickItem {
  readonly format?: Format;
  readonly isDocument?: boolean;
}

/** Puts the whole map on the clipboard or into a new document, in a form that is asked for unless `given` is one. */
export async function copyPortMap(client: BaseLanguageClient, given: unknown): Promise<void> {
  const picked: CopyItem | undefined = forms().find(({ format }) => format === given) ?? (await pick());
  if (picked?.format === undefined) return;
  const params: PortMapTextParams = { format: picked.format };
  try {
    const { text } = await client.sendRequest<PortMapTextResult>(PORT_MAP_TEXT, params);
    if (picked.isDocument) return await openText(text, picked.format);
    await env.clipboard.writeText(text);
    window.setStatusBarMessage(l10n.t('Copied the port map as {0}', picked.label), 5000);
  } catch (error) {
    await sayFailed(client, l10n.t('The port map cannot be copied'), error);
  }
}

function pick(): Thenable<CopyItem | undefined> {
  return window.showQuickPick(items(), {
    title: l10n.t('Copy the Port Map As…'),
    placeHolder: l10n.t('A form to copy, or to open as a document'),
  });
}

function items(): readonly CopyItem[] {
  return [
    { label: l10n.t('to the clipboard'), kind: QuickPickItemKind.Separator },
    ...forms(),
    { label: l10n.t('as a document'), kind: QuickPickItemKind.Separator },
    ...forms().map(form => ({ ...form, isDocument: true })),
  ];
}

function forms(): readonly (CopyItem & { readonly format: Format })[] {
  return [
    { format: 'text', label: l10n.t('Text'), description: l10n.t('aligned columns') },
    { format: 'markdown', label: 'Markdown', description: l10n.t('tables for a README') },
    { format: 'mermaid', label: 'Mermaid', description: l10n.t('a diagram of who publishes and who dials') },
    { format: 'json', label: 'JSON', description: l10n.t('for programs') },
  ];
}

async function openText(content: string, format: Format): Promise<void> {
  const known = await languages.getLanguages();
  const language = known.includes(format) ? format : 'plaintext';
  await window.showTextDocument(await workspace.openTextDocument({ content, language }));
}
