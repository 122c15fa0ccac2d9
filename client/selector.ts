import type { DocumentFilter } from 'vscode-languageclient';

/**
 * The files that are shown to the server: all, as only the server knows its formats, the user's bindings and what a content
 * tells, and passes over the rest. A language id would miss the same file in an editor without that language's extension,
 * and a scheme would shut out virtual workspaces.
 */
export const documentSelector: DocumentFilter[] = [{ pattern: '**/*' }];
