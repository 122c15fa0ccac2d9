import type { DocumentFilter } from 'vscode-languageclient';

/**
 * The files that are shown to the server. By name alone: a language id would miss the same file in an editor without
 * that language's extension, and a scheme would shut out virtual workspaces. Any YAML file may be a compose file by its
 * content, so the server looks at all of them.
 */
const PATTERNS: readonly string[] = [
  '**/*.{yml,yaml}',
  '**/*{Dockerfile,dockerfile,Containerfile,containerfile}',
  '**/{Dockerfile,dockerfile,Containerfile,containerfile}.*',
  '**/{Dockerfile,Containerfile}{-,_}*',
  '**/{.env,.flaskenv,env.example,env.sample,env.template}',
  '**/.env.*',
  '**/*.env',
];

export const documentSelector: DocumentFilter[] = PATTERNS.map(pattern => ({ pattern }));
