import type { DocumentFacts } from '../facts/document.ts';
import type { Lookup } from '../ports/read/interpolate.ts';
import { UNKNOWN } from '../text/mapped.ts';
import type { Span } from '../text/span.ts';

/** Variables from files, the first file that defines one winning, with the place of each. */
export interface Environment {
  readonly lookup: Lookup;
  definition(name: string): Definition | undefined;
}

export interface Definition {
  readonly path: string;
  readonly name: string;
  readonly value: string;
  /** The value as it stands in the file. */
  readonly span: Span;
  /** 0-based. */
  readonly line: number;
}

export const EMPTY_ENVIRONMENT: Environment = environmentOf([]);

/** Within one file the last definition of a name counts; a value with an unknown part is no value. */
export function environmentOf(files: readonly (DocumentFacts | undefined)[]): Environment {
  const known = files.filter(file => file !== undefined);
  const definition = (name: string): Definition | undefined => {
    for (const { path, lines, variables } of known) {
      const found = variables.findLast(variable => variable.name === name);
      if (!found) continue;
      const { text: value, span } = found.value;
      if (value.includes(UNKNOWN)) return undefined;
      return { path, name, value, span, line: lines.position(found.nameSpan.start).line };
    }
    return undefined;
  };
  return { definition, lookup: name => definition(name)?.value };
}
