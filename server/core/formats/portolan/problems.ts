import type { SettingProblem, SettingProblemKind } from '../../facts/projectFile.ts';
import type { Node, Scalar } from '../../syntax/tree.ts';
import type { Span } from '../../text/span.ts';

/** Collects what is wrong with the settings of a project file. */
export interface Problems {
  add(message: SettingProblemKind, span: Span, data?: Readonly<Record<string, string>>): void;
  all(): readonly SettingProblem[];
  /** A text in quotes: a bare word is a number, a truth value or a mistake. */
  isText(node: Node | undefined): node is Scalar;
}

export function createProblems(): Problems {
  const found: SettingProblem[] = [];
  return {
    add: (message, span, data = {}) => void found.push({ message, span, data }),
    all: () => found,
    isText: (node): node is Scalar => node?.kind === 'scalar' && node.style !== 'plain',
  };
}
