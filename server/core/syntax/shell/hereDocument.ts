import { concat, type Mapped, slice } from '../../text/mapped.ts';
import type { HereDocument } from '../shell.ts';
import type { Closer, OpenCommand, OpenDocument, Shell } from './state.ts';

/** Reads the bodies of the documents that the last line announced, up to `closer`, which may stand right behind one. */
export function readBodies(shell: Shell, closer: Closer): void {
  for (const document of shell.waiting.splice(0)) {
    const { text } = shell.source;
    const start = shell.at;
    let end = text.length;
    while (shell.at < text.length) {
      const line = shell.at;
      const stop = text.indexOf('\n', line);
      shell.at = stop < 0 ? text.length : stop + 1;
      if (isEnd(text, line, stop < 0 ? text.length : stop, document)) {
        end = line;
        break;
      }
      // Bash ends a document of `$(…)` here, with a warning.
      if (closer !== '' && text.startsWith(document.end + closer, line)) {
        end = line;
        shell.at = line + document.end.length;
        break;
      }
    }
    const body = slice(shell.source, start, end);
    document.body = document.tabs ? withoutTabs(body) : body;
    shell.documents.push(document);
  }
}

/** Looks at no more of the line than it must, as a text may have a line of a million tabs. */
function isEnd(text: string, line: number, stop: number, { end, tabs }: OpenDocument): boolean {
  let from = line;
  while (tabs && text.charAt(from) === '\t') from++;
  const to = text.charAt(stop - 1) === '\r' ? stop - 1 : stop;
  return Math.max(from, to) - from === end.length && text.startsWith(end, from);
}

function withoutTabs(body: Mapped): Mapped {
  const parts: Mapped[] = [];
  for (const { 0: tabs, 1: line = '', index } of body.text.matchAll(/\t*([^\n]*\n?)/g)) {
    const from = index + tabs.length - line.length;
    if (line !== '') parts.push(slice(body, from, from + line.length));
  }
  return concat(parts, body.span);
}

export function finishDocuments({ documents }: Shell): readonly HereDocument[] {
  return documents.flatMap(({ command: first, quoted, body }) => {
    if (!body) return [];
    const { command, target } = follow(first);
    return [{ body, quoted, command, ...(target === undefined ? {} : { target }) }];
  });
}

/** The last command of a pipe, and the file that its text goes to: `cat > file`, `tee file`, `cat | sudo tee file`. */
function follow(first: OpenCommand): { readonly command: OpenCommand; readonly target: string | undefined } {
  let command = first;
  for (let pipes = 0; ; pipes++) {
    const target = teeTarget(command.words) ?? command.output?.text;
    if (target !== undefined || !command.next || pipes === MOST_PIPES) return { command, target };
    command = command.next;
  }
}

const MOST_PIPES = 4;

function teeTarget(words: readonly Mapped[]): string | undefined {
  const at = words.findIndex(({ text }, index) => index < MOST_WORDS && /^(?:.*\/)?tee$/.test(text));
  if (at < 0) return undefined;
  return words.slice(at + 1).find(({ text }) => text !== '' && !text.startsWith('-'))?.text;
}

/** `sudo -u root tee`. */
const MOST_WORDS = 6;
