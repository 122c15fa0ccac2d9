import type { DocumentFacts, VariableDefinition } from '../facts/document.ts';
import type { Lookup } from '../ports/read/interpolate.ts';
import { UNKNOWN } from '../text/mapped.ts';
import { onceEach } from '../text/onceEach.ts';
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
  // A file may set thousands, and be asked for each.
  const byName = onceEach(({ variables }: DocumentFacts) => new Map(variables.map(each => [each.name, each])));
  return environment(name => {
    for (const file of known) {
      const found = byName(file).get(name);
      if (found) return definitionOf(file, found);
    }
    return undefined;
  });
}

/** What the variables of a file are worth at an offset. */
export function environmentAt(file: DocumentFacts, offset: number): Environment {
  const { variableAt } = file;
  if (!variableAt) return environmentOf([file]);
  return environment(name => {
    const found = variableAt(name, offset);
    return found && definitionOf(file, found);
  });
}

export function environment(definition: Environment['definition']): Environment {
  return { definition, lookup: name => definition(name)?.value };
}

export function definitionOf({ path, lines }: DocumentFacts, variable: VariableDefinition): Definition | undefined {
  const { text: value, span } = variable.value;
  if (value.includes(UNKNOWN)) return undefined;
  return { path, name: variable.name, value, span, line: lines.position(variable.nameSpan.start).line };
}
