import type { PortRole } from '../../ports/occurrence.ts';
import { readArguments, readCommandLine } from '../../ports/read/commandLine.ts';
import { programWord } from '../../ports/read/programWord.ts';
import type { Node, Scalar } from '../../syntax/tree.ts';
import type { Mapped } from '../../text/mapped.ts';
import type { Reader } from '../tree/place.ts';
import { readHereDocuments } from './hereDocuments.ts';
import { joinLines } from './joinLines.ts';
import { scalars } from './scalars.ts';

/** How the texts at a place make up command lines. */
export interface CommandOptions {
  /** Instead of the role that the command gives: what a health check dials is probed. */
  readonly role?: PortRole;
  /** The list has arguments only, without the program. */
  readonly isArguments?: boolean;
  /** Each item of a list is a line of its own, as in CI files, where lists also lie in lists. */
  readonly isLines?: boolean;
}

/** A command line for a shell, a script of many lines, or a list of arguments. */
export function command({ role, isArguments = false, isLines = false }: CommandOptions = {}): Reader {
  return {
    what: role ? `command line (${role})` : 'command line',
    read(node, at) {
      const words = (isLines ? deepScalars(node) : scalars(node)).map(scalar => joinLines(at.text(scalar)));
      const isList = node.kind === 'list' && !isLines;
      const found = isList
        ? readArguments(isArguments ? [programWord(), ...words] : words)
        : words.flatMap((line: Mapped) => readCommandLine(line));
      for (const port of found) at.addCommand(port, role);
      if (!isList) for (const line of words) readHereDocuments(line, at);
    },
  };
}

/** An anchored list that is an item of another one. Nobody nests deeper. */
function deepScalars(node: Node): readonly Scalar[] {
  if (node.kind !== 'list') return scalars(node);
  return node.items.flatMap(item => scalars(item));
}
