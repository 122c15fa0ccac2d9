import { readCommandLine } from '../../ports/read/commandLine.ts';
import { programName } from '../../ports/read/programs.ts';
import { type HereDocument, readShell } from '../../syntax/shell.ts';
import type { Mapped } from '../../text/mapped.ts';
import type { At } from '../tree/place.ts';

/** The texts that a script gives to its commands (`cat > .env <<END`), each read as the file that it becomes. */
export function readHereDocuments(script: Mapped, at: Pick<At, 'embed' | 'addCommand'>, depth = 0): void {
  if (depth > DEEPEST || !script.text.includes('<<')) return;
  const { commands, documents } = readShell(script);
  for (const { words } of commands)
    for (const word of words) if (word.text.includes('\n')) readHereDocuments(word, at, depth + 1);
  for (const document of documents) {
    const path = pathOf(document);
    if (path !== undefined) at.embed(path, document.body);
    else if (
      document.command.words.length === 0 ||
      document.command.words.some(({ text }) => SHELLS.has(programName(text)))
    ) {
      for (const port of readCommandLine(document.body)) at.addCommand(port);
      readHereDocuments(document.body, at, depth + 1);
    }
  }
}

/** Scripts in scripts in scripts are more than anyone writes. */
const DEEPEST = 2;

const SHELLS: ReadonlySet<string> = new Set(['sh', 'bash', 'ssh', 'zsh', 'dash', 'su']);

/** The name says what the text is; where there is none, the program that reads it does. */
function pathOf({ target, command }: HereDocument): string | undefined {
  // GitHub's variables of the steps to come: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
  if (target?.includes('GITHUB_ENV') || target?.includes('BASH_ENV')) return '.env';
  if (target !== undefined) return target;
  const words = command.words.map(({ text }) => text);
  if (!words.includes('-')) return undefined;
  if (words.includes('apply') || words.includes('create') || words.includes('replace')) return 'manifest.yaml';
  return words.some(word => /compose/.test(word)) ? 'compose.yaml' : undefined;
}
