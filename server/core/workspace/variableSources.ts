import type { DocumentFacts, VariableDefinition } from '../facts/document.ts';
import { globTest } from '../text/glob.ts';
import { grouped } from '../text/grouped.ts';
import { onceEach } from '../text/onceEach.ts';
import { basename, dirname } from '../text/path.ts';
import { touches } from '../text/span.ts';
import type { Documents } from './documents.ts';
import {
  type Definition,
  definitionOf,
  EMPTY_ENVIRONMENT,
  type Environment,
  environment,
  environmentAt,
} from './environment.ts';
import { type Before, kept } from './kept.ts';

/** What the variables of any file are worth, by the other files that it says they come from. */
export interface VariableSources {
  environment(facts: DocumentFacts | undefined, offset: number): Environment;
}

export function createVariableSources(): (documents: Documents) => VariableSources {
  const partsOf = kept(parts);
  return documents => sourcesIn(documents, () => partsOf(documents));
}

function sourcesIn(documents: Documents, includes: () => readonly Parts[]): VariableSources {
  /** Asked for each variable of a file, and the same for all. */
  const filesOf = onceEach(findFiles);
  /** A file may set thousands. */
  const byName = onceEach((file: DocumentFacts) =>
    onceEach((nameOf: NameOf) => grouped(file.variables, one => nameOf(one.name))),
  );
  const named = (file: DocumentFacts, nameOf: NameOf, name: string): readonly VariableDefinition[] =>
    byName(file)(nameOf).get(nameOf(name)) ?? [];

  /** The definitions that led here are no answer: `PORT=${PORT:-8080}` asks for the one of another file. */
  function find(
    facts: DocumentFacts,
    offset: number,
    name: string,
    passed: readonly VariableDefinition[],
  ): Definition | undefined {
    for (const { file, nameOf } of filesOf(facts)) {
      const known = named(file, nameOf, name).filter(
        one => !passed.includes(one) && !(file === facts && touches(one.value.span, offset)),
      );
      const above = file === facts ? known.findLast(({ nameSpan }) => nameSpan.start < offset) : undefined;
      const found = above ?? known.at(-1);
      if (found) return followed(file, found, passed);
    }
    return facts.variableAt ? environmentAt(facts, offset).definition(name) : undefined;
  }

  /** What is set to another variable is worth what that one is. */
  function followed(
    file: DocumentFacts,
    variable: VariableDefinition,
    passed: readonly VariableDefinition[],
  ): Definition | undefined {
    const { port, value } = variable;
    const inner =
      port?.kind === 'variable' && passed.length < DEEPEST
        ? find(file, value.span.start, port.name, [...passed, variable])
        : undefined;
    return inner ?? definitionOf(file, variable);
  }

  function findFiles(facts: DocumentFacts): readonly Sourced[] {
    const named = facts.variableSources.flatMap(({ folder, files, isAbove = false, nameOf = asWritten }) => {
      const matches = globTest([files]);
      return (isAbove ? [folder, ...foldersAbove(folder)] : [folder])
        .flatMap(each => documents.inFolder(each))
        .filter(({ path }) => matches(basename(path)))
        .map(file => ({ file, nameOf }));
    });
    const own = facts.variableAt ? [] : [facts];
    return [...named, ...[...own, ...includers(facts)].map(file => ({ file, nameOf: asWritten }))];
  }

  /** The files that a file is a part of, and those that they are parts of. */
  function includers(facts: DocumentFacts): readonly DocumentFacts[] {
    const found = new Set<DocumentFacts>([facts]);
    for (const { path } of found)
      for (const { file, matches } of includes()) if (file.format === facts.format && matches(path)) found.add(file);
    return [...found].slice(1);
  }

  return {
    environment(facts, offset) {
      return facts ? environment(name => find(facts, offset, name, [])) : EMPTY_ENVIRONMENT;
    },
  };
}

interface Sourced {
  readonly file: DocumentFacts;
  readonly nameOf: NameOf;
}

/** What all ways to write the name of a variable have in common. */
type NameOf = (name: string) => string;

/** A longer chain of variables than anyone writes. */
const DEEPEST = 10;

function asWritten(name: string): string {
  return name;
}

function foldersAbove(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder || above === '.' ? [] : [above, ...foldersAbove(above)];
}

interface Parts {
  readonly file: DocumentFacts;
  readonly matches: (path: string) => boolean;
}

function parts(documents: Documents, before: Before<readonly Parts[]> | undefined): readonly Parts[] {
  const hadNone = before?.changed.every(
    path => [before.documents, documents].flatMap(({ get }) => get(path) ?? []).flatMap(partsIn).length === 0,
  );
  return before && hadNone ? before.value : [...documents.all()].flatMap(partsIn);
}

function partsIn(file: DocumentFacts): readonly Parts[] {
  const globs = file.references.flatMap(({ kind, path }) => (kind === 'part' ? [path] : []));
  return globs.length > 0 ? [{ file, matches: globTest(globs) }] : [];
}
