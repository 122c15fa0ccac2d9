import type { Mapped } from '../../text/mapped.ts';
import type { Command } from '../shell.ts';
import type { Comment } from '../tree.ts';

/** The state of one reading; `at` is an offset in `source.text`. */
export interface Shell {
  readonly source: Mapped;
  readonly commands: Command[];
  readonly comments: Comment[];
  readonly documents: OpenDocument[];
  /** Here-documents whose bodies start after this line. */
  readonly waiting: OpenDocument[];
  at: number;
}

/** A command while it is read, and what tells where its output goes. */
export interface OpenCommand {
  readonly assignments: { readonly name: string; readonly nameSpan: Mapped['span']; readonly value: Mapped }[];
  readonly words: Mapped[];
  /** The file that its output goes to. */
  output?: Mapped;
  /** The command that its output goes to. */
  next?: OpenCommand;
}

export interface OpenDocument {
  readonly command: OpenCommand;
  readonly end: string;
  readonly quoted: boolean;
  /** Tabs before its lines are dropped. */
  readonly tabs: boolean;
  body?: Mapped;
}

/** What ends a list of commands: a bracket, a backquote, or '' for the end of the text. */
export type Closer = '' | ')' | '`';

export type ReadList = (shell: Shell, closer: Closer, depth: number) => void;

/** Deeper `$(` are read as plain text, so that a hostile file cannot exhaust the stack. */
export const MAX_DEPTH = 40;

/** What ends a word. */
export const BREAKS = ' \t\r\n;&|()<>';

export function isContinuation(text: string, at: number): boolean {
  return text.charAt(at) === '\\' && (text.charAt(at + 1) === '\n' || text.startsWith('\r\n', at + 1));
}
