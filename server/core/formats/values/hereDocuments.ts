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
  if (documents.length === 0) return;
  const variables = new Map(
    commands.flatMap(({ assignments }) => assignments.map(({ name, value }) => [name, value.text])),
  );
  for (const document of documents) {
    const path = pathOf(document, variables);
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
function pathOf({ target, command, body }: HereDocument, variables: ReadonlyMap<string, string>): string | undefined {
  // GitHub's variables of the steps to come: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
  if (target?.includes('GITHUB_ENV') || target?.includes('BASH_ENV')) return '.env';
  if (target !== undefined) return namedByLook(filledIn(target, variables), body.text);
  // A function that prints a script, for its caller to write.
  if (body.text.startsWith('#!')) return 'script';
  const words = command.words.map(({ text }) => text);
  if (!words.includes('-')) return undefined;
  if (words.includes('apply') || words.includes('create') || words.includes('replace')) return 'manifest.yaml';
  return words.some(word => /compose/.test(word)) ? 'compose.yaml' : undefined;
}

/** `$CONFIG` with what the script sets it to. */
function filledIn(target: string, variables: ReadonlyMap<string, string>): string {
  return target.replace(/\$\{?(\w{1,100})\}?/g, (all, name: string) => {
    const value = variables.get(name);
    return value === undefined || value.length > LONGEST ? all : value;
  });
}

/** In characters. */
const LONGEST = 500;

/** A name that says nothing gets the ending of what the text looks like. */
function namedByLook(path: string, text: string): string {
  if (path.slice(path.lastIndexOf('/') + 1).includes('.') || text.startsWith('#!')) return path;
  if (/^[A-Za-z_][\w.-]{0,60}:(?:[ \t][^\n]{0,200})?\r?$/m.test(text) && !text.includes(';\n')) return `${path}.yaml`;
  return /^(?:export )?[A-Z_][A-Z\d_]{0,60}=/m.test(text) ? `${path}.env` : path;
}
