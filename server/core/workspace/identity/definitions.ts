import type { PortRange } from '../../../../registry/port.ts';
import type { DocumentFacts, VariableDefinition } from '../../facts/document.ts';
import { occurrenceOf, type PortOccurrence } from '../../ports/occurrence.ts';
import { indexByPort } from '../../ports/portIndex.ts';
import { readConnection } from '../../ports/read/connection.ts';
import { readPort } from '../../ports/read/port.ts';
import { type PortText, writtenRange } from '../../ports/value.ts';
import { addTo } from '../../text/addTo.ts';
import { lowerBound } from '../../text/lowerBound.ts';
import { once } from '../../text/once.ts';
import { onceEach } from '../../text/onceEach.ts';
import { basename, dirname } from '../../text/path.ts';
import { covers, sameSpan, touches } from '../../text/span.ts';
import { occurrencesIn } from '../occurrencesIn.ts';
import type { Sighting, Snapshot } from '../snapshot.ts';

/** Which places take their number from which variable, both ways. */
export interface Definitions {
  /** Where the number of a place is set; undefined for a literal, a fallback, and what no file sets. */
  of(place: Sighting): Sighting | undefined;
  /** The places that take their number from this one, where it sets a variable. */
  users(place: Sighting): readonly Sighting[];
  /** The places of its folder that would take their number from this one if its file were filled in: `.env.example`. */
  usersOfSample(place: Sighting): readonly Sighting[];
  /** The number that a variable is set to at an offset, by its name or its value, where other places take it. */
  at(path: string, offset: number): Sighting | undefined;
  /** All places whose number a variable sets to this one. */
  usersAt(range: PortRange): readonly Sighting[];
}

export function createDefinitions(workspace: Snapshot): Definitions {
  const byName = once(() => usersByName(workspace.documents()));
  const defined = indexByPort(
    () => definitionsIn(workspace.documents()),
    ({ range }) => range,
  );
  const usersOf = onceEach((variable: VariableDefinition): readonly Sighting[] =>
    (byName().get(lettersOf(variable.name)) ?? []).filter(user => variableOf(workspace, user)?.variable === variable),
  );
  const inOrder = onceEach((path: string) =>
    (workspace.facts(path)?.variables ?? []).toSorted((a, b) => a.value.span.start - b.value.span.start),
  );
  function variableAround(path: string, { span }: PortOccurrence): VariableDefinition | undefined {
    const all = inOrder(path);
    const found = all[lowerBound(all, span.start + 1, ({ value }) => value.span.start) - 1];
    return found && covers(found.value.span, span) ? found : undefined;
  }
  return {
    of(place) {
      const found = variableOf(workspace, place);
      return found && definedPort(found.facts, found.variable);
    },
    users({ path, occurrence }) {
      const facts = workspace.facts(path);
      const variable = facts && variableAround(path, occurrence);
      return variable ? usersOf(variable) : [];
    },
    usersOfSample({ path, occurrence }) {
      const variable = OF_SAMPLE.test(basename(path)) ? variableAround(path, occurrence) : undefined;
      if (!variable || workspace.facts(path)?.format !== 'dotenv') return [];
      const users = byName().get(lettersOf(variable.name)) ?? [];
      return users.filter(user => dirname(user.path) === dirname(path));
    },
    at(path, offset) {
      const facts = workspace.facts(path);
      const found = facts?.variables.find(
        ({ nameSpan, value }) => touches(nameSpan, offset) || touches(value.span, offset),
      );
      return facts && found && usersOf(found).length > 0 ? definedPort(facts, found) : undefined;
    },
    usersAt: range => defined.at(range).flatMap(({ variable }) => usersOf(variable)),
  };
}

const OF_SAMPLE = /(?:^|[._-])(?:example|sample|dist|template|tmpl|defaults?)(?:$|[._-])/i;

interface Found {
  readonly facts: DocumentFacts;
  readonly variable: VariableDefinition;
}

/** The definition that decides what the number at a place is. */
function variableOf(workspace: Snapshot, { path, occurrence }: Sighting): Found | undefined {
  const { value, expression, editable } = occurrence;
  if (value.kind !== 'variable' && (editable || !expression)) return undefined;
  const found =
    value.kind === 'variable'
      ? workspace.resolve(path, occurrence).definition
      : lookedUp(workspace, path, occurrence, expression);
  const facts = found && workspace.facts(found.path);
  return facts && written(facts, ({ value: other, name }) => name === found.name && sameSpan(other.span, found.span));
}

/** A Dockerfile's own variables are filled in where it is read. */
function lookedUp(
  workspace: Snapshot,
  path: string,
  { span }: PortOccurrence,
  expression: PortOccurrence['expression'],
): ReturnType<Snapshot['lookup']> {
  const text = expression && workspace.facts(path)?.text.slice(expression.start, expression.end);
  const name = text === undefined ? undefined : /^\$\{?(\w+)/.exec(text)?.[1];
  return name === undefined ? undefined : workspace.lookup(path, name, span.start);
}

/** What is set to another variable of the same file (`A=${B}`) is written where that one is set. */
function written(facts: DocumentFacts, isMeant: (variable: VariableDefinition) => boolean): Found | undefined {
  let variable = facts.variables.find(isMeant);
  for (let step = 0; variable && step < LONGEST_CHAIN; step++) {
    const { value } = variable;
    const inner = value.segments.length === 1 ? value.segments[0]?.variables?.[0] : undefined;
    if (inner?.from !== 'value') break;
    const next = facts.variables.findLast(
      ({ name, nameSpan }) => name === inner.name && nameSpan.end <= value.span.start,
    );
    if (!next) break;
    variable = next;
  }
  return variable && { facts, variable };
}

const LONGEST_CHAIN = 10;

/** The number in a variable's value: a port of its file, or one that only its use makes a port. */
function definedPort(facts: DocumentFacts, variable: VariableDefinition): Sighting | undefined {
  const { path } = facts;
  const port = portIn(variable);
  if (!port) return undefined;
  const known = occurrencesIn(facts, { start: port.span.start, end: port.span.start + 1 });
  const occurrence =
    known.find(({ span }) => sameSpan(span, port.span)) ??
    occurrenceOf(port, {
      token: variable.value.span,
      role: 'label',
      namespace: { kind: 'unknown' },
      protocols: undefined,
      path: [variable.name],
      confidence: 'certain',
    });
  return { path, occurrence };
}

/** A port itself, or the only one of an address. */
function portIn({ value }: VariableDefinition): PortText | undefined {
  if (value.text.length > LONGEST_VALUE || !/\d/.test(value.text)) return undefined;
  const own = readPort(value, 0, value.text.length, '-');
  if (writtenRange(own.value)) return own;
  const [port, ...others] = readConnection(value);
  return others.length === 0 && port && writtenRange(port.value) ? port : undefined;
}

/** In UTF-16 units: longer than any address. */
const LONGEST_VALUE = 500;

function* definitionsIn(
  documents: Iterable<DocumentFacts>,
): Iterable<{ readonly variable: VariableDefinition; readonly range: PortRange | undefined }> {
  for (const { variables } of documents)
    for (const variable of variables) yield { variable, range: writtenRange(portIn(variable)?.value) };
}

function usersByName(documents: Iterable<DocumentFacts>): ReadonlyMap<string, readonly Sighting[]> {
  const found = new Map<string, Sighting[]>();
  for (const { path, text, occurrences } of documents) {
    for (const occurrence of occurrences) {
      const { value, expression } = occurrence;
      if (value.kind === 'variable') addTo(found, lettersOf(value.name), { path, occurrence });
      else if (expression) {
        const name = /^\$\{?(\w+)/.exec(text.slice(expression.start, expression.end))?.[1];
        if (name !== undefined) addTo(found, lettersOf(name), { path, occurrence });
      }
    }
  }
  return found;
}

/** What all ways to write a name have in common: `SERVER_PORT`, `${server.port}`, `$.Values.port`. */
function lettersOf(name: string): string {
  return name.replace(/[^\dA-Za-z]/g, '').toLowerCase();
}
